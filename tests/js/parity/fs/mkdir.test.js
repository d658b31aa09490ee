'use strict';
// mkdir: plain and recursive, which answers the first folder that it made.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

assert.strictEqual(fs.mkdirSync('plain', 0o700), undefined);
assert.strictEqual(fs.statSync('plain').mode & 0o777, 0o700);
assert.throws(() => fs.mkdirSync('plain'), { code: 'EEXIST', syscall: 'mkdir', path: 'plain' });
assert.throws(() => fs.mkdirSync('no/such'), { code: 'ENOENT' });
assert.strictEqual(fs.mkdirSync('a/b/c', { recursive: true }), 'a');
assert.strictEqual(fs.mkdirSync('a/b/c', { recursive: true }), undefined);
assert.strictEqual(fs.mkdirSync('a/b/d/', { recursive: true }), 'a/b/d/');
assert.strictEqual(fs.mkdirSync('./z/../y/q', { recursive: true }), './z');
fs.writeFileSync('file', '');
assert.throws(() => fs.mkdirSync('file', { recursive: true }), { code: 'EEXIST' });
assert.throws(() => fs.mkdirSync('file/a/b', { recursive: true }), { code: 'ENOTDIR' });
assert.throws(() => fs.mkdirSync('', { recursive: true }), {
  code: 'ENOENT', message: "ENOENT: no such file or directory, mkdir ''",
});
fs.mkdir('p/q', { recursive: true }, (error, first) => {
  assert.strictEqual(error, null);
  assert.strictEqual(first, 'p');
  fs.mkdir('p', (again) => assert.strictEqual(again.code, 'EEXIST'));
});
fs.promises.mkdir('r/s', { recursive: true }).then((first) => assert.strictEqual(first, 'r'));
