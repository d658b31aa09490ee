'use strict';
// Errors of callbacks: one argument, errno code syscall path and dest as own enumerable properties.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

fs.rename('none', 'other', (...args) => {
  assert.strictEqual(args.length, 1);
  const [error] = args;
  assert.ok(error instanceof Error);
  assert.strictEqual(error.message,
                     "ENOENT: no such file or directory, rename 'none' -> 'other'");
  assert.deepStrictEqual({ ...error }, {
    errno: -2, code: 'ENOENT', syscall: 'rename', path: 'none', dest: 'other',
  });
});
fs.close(1 << 20, (error) => {
  assert.deepStrictEqual({ ...error }, { errno: -9, code: 'EBADF', syscall: 'close' });
});
