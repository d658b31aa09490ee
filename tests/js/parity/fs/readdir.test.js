'use strict';
// readdir: sorted names, recursion breadth first, failures.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

fs.mkdirSync('b/x', { recursive: true });
fs.mkdirSync('a');
for (const name of ['c', 'B', 'b/y', 'b/x/z', 'a/1']) fs.writeFileSync(name, '');
assert.deepStrictEqual(fs.readdirSync('.'), ['B', 'a', 'b', 'c']);
const all = ['B', 'a', 'b', 'c', 'a/1', 'b/x', 'b/y', 'b/x/z'];
assert.deepStrictEqual(fs.readdirSync('.', { recursive: true }), all);
const typed = fs.readdirSync('b', { recursive: true, withFileTypes: true });
assert.deepStrictEqual(typed.map((e) => `${e.parentPath}:${e.name}`), ['b:x', 'b:y', 'b/x:z']);
assert.throws(() => fs.readdirSync('none'), { code: 'ENOENT', syscall: 'scandir', path: 'none' });
assert.throws(() => fs.readdirSync('c'), { code: 'ENOTDIR', syscall: 'scandir' });
fs.readdir('.', { recursive: true }, (error, names) => {
  assert.strictEqual(error, null);
  assert.deepStrictEqual(names.sort(), [...all].sort());
});
fs.readdir('none', (error) => assert.strictEqual(error.code, 'ENOENT'));
fs.promises.readdir('.', { withFileTypes: true }).then((entries) => {
  assert.deepStrictEqual(entries.map((e) => e.name), ['B', 'a', 'b', 'c']);
});
