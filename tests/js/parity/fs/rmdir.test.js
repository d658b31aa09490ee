'use strict';
// rmdir removes empty folders only.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

fs.mkdirSync('a/b', { recursive: true });
fs.writeFileSync('f', '');
assert.throws(() => fs.rmdirSync('a'), { code: 'ENOTEMPTY', syscall: 'rmdir', path: 'a' });
assert.throws(() => fs.rmdirSync('f'), { code: 'ENOTDIR' });
assert.throws(() => fs.rmdirSync('none'), { code: 'ENOENT' });
fs.rmdirSync('a/b');
fs.rmdir('a', {}, (error) => {
  assert.strictEqual(error, null);
  fs.promises.rmdir('a').then(() => assert.fail(), (e) => assert.strictEqual(e.code, 'ENOENT'));
});
