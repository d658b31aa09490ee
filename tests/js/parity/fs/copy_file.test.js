'use strict';
// copyFile copies contents and mode; COPYFILE_EXCL refuses an existing target.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

fs.writeFileSync('a', 'text', { mode: 0o640 });
fs.copyFileSync('a', 'b');
assert.strictEqual(fs.readFileSync('b', 'utf8'), 'text');
assert.strictEqual(fs.statSync('b').mode & 0o777, 0o640);
assert.throws(() => fs.copyFileSync('a', 'b', fs.constants.COPYFILE_EXCL), {
  code: 'EEXIST', syscall: 'copyfile', path: 'a', dest: 'b',
  message: "EEXIST: file already exists, copyfile 'a' -> 'b'",
});
assert.throws(() => fs.copyFileSync('a', 'b', 9), { code: 'ERR_OUT_OF_RANGE' });
fs.copyFile('a', 'c', (error) => {
  assert.strictEqual(error, null);
  assert.strictEqual(fs.readFileSync('c', 'utf8'), 'text');
});
assert.rejects(fs.promises.copyFile('none', 'd'), { code: 'ENOENT', dest: 'd' });
