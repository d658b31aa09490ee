'use strict';
// The textual flags of open.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

const open = (flags) => {
  const fd = fs.openSync('f', flags);
  fs.closeSync(fd);
};
assert.throws(() => open('r'), { code: 'ENOENT' });
assert.throws(() => open('r+'), { code: 'ENOENT' });
open('wx');
for (const flags of ['wx', 'xw', 'wx+', 'ax', 'ax+', 'xa']) {
  assert.throws(() => open(flags), { code: 'EEXIST', syscall: 'open', path: 'f' });
}
fs.writeFileSync('f', 'text');
for (const flags of ['r', 'rs', 'sr', 'r+', 'rs+', 'a', 'as', 'a+', fs.constants.O_RDWR, null]) {
  open(flags);
}
assert.strictEqual(fs.statSync('f').size, 4);
open('w');
assert.strictEqual(fs.statSync('f').size, 0);
for (const flags of ['', 'rw', 'R', '+', 'xx']) {
  assert.throws(() => open(flags), { code: 'ERR_INVALID_ARG_VALUE' });
}
assert.throws(() => open(1.5), { code: 'ERR_OUT_OF_RANGE' });
