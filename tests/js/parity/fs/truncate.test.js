'use strict';
// truncate by path, ftruncate by descriptor.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

fs.writeFileSync('f', '0123456789');
fs.truncateSync('f', 7);
assert.strictEqual(fs.readFileSync('f', 'utf8'), '0123456');
const fd = fs.openSync('f', 'r+');
fs.ftruncateSync(fd, 5);
assert.strictEqual(fs.fstatSync(fd).size, 5);
fs.ftruncateSync(fd, -1);
assert.strictEqual(fs.fstatSync(fd).size, 0);
fs.ftruncateSync(fd, 5);
fs.closeSync(fd);
fs.truncate('f', 3, (error) => {
  assert.strictEqual(error, null);
  assert.strictEqual(fs.statSync('f').size, 3);
  fs.promises.truncate('f').then(() => assert.strictEqual(fs.statSync('f').size, 0));
});
assert.throws(() => fs.truncateSync('none'), { code: 'ENOENT', syscall: 'open' });
