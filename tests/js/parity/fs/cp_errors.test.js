'use strict';
// What cp refuses, synchronously and as a promise.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

fs.mkdirSync('dir');
fs.writeFileSync('file', '');
fs.writeFileSync('other', '');
const cases = [
  [['none', 'x'], 'ENOENT'],
  [['file', 'file'], 'ERR_FS_CP_EINVAL'],
  [['dir', 'copy'], 'ERR_FS_EISDIR'],
  [['dir', 'dir/sub', { recursive: true }], 'ERR_FS_CP_EINVAL'],
  [['dir', 'file', { recursive: true }], 'ERR_FS_CP_DIR_TO_NON_DIR'],
  [['file', 'dir'], 'ERR_FS_CP_NON_DIR_TO_DIR'],
  [['file', 'other', { force: false, errorOnExist: true }], 'ERR_FS_CP_EEXIST'],
  [['file', 'x', { filter: 5 }], 'ERR_INVALID_ARG_TYPE'],
  [['file', 'x', { recursive: 5 }], 'ERR_INVALID_ARG_TYPE'],
  [['file', 'x', 5], 'ERR_INVALID_ARG_TYPE'],
  [['file', 'x', { dereference: true, verbatimSymlinks: true }],
   'ERR_INCOMPATIBLE_OPTION_PAIR'],
];
for (const [args, code] of cases) {
  assert.throws(() => fs.cpSync(...args), { code });
  assert.rejects(fs.promises.cp(...args), { code });
}
fs.cp('none', 'x', (error) => assert.strictEqual(error.code, 'ENOENT'));
