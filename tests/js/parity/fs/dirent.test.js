'use strict';
// Dirent tells name, folder and type.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

fs.mkdirSync('dir');
fs.writeFileSync('file', '');
fs.symlinkSync('file', 'link');
const [dir, file, link] = fs.readdirSync('.', { withFileTypes: true });
assert.ok(dir instanceof fs.Dirent);
assert.deepStrictEqual([dir.name, file.name, link.name], ['dir', 'file', 'link']);
assert.deepStrictEqual([dir.isDirectory(), file.isDirectory(), link.isDirectory()],
                       [true, false, false]);
assert.ok(file.isFile() && !file.isSymbolicLink());
assert.ok(link.isSymbolicLink() && !link.isFile());
assert.ok(!file.isFIFO() && !file.isSocket() && !file.isBlockDevice() && !file.isCharacterDevice());
assert.strictEqual(file.parentPath, '.');
assert.deepStrictEqual(Object.keys(file), ['name', 'parentPath']);
const [bytes] = fs.readdirSync('.', { withFileTypes: true, encoding: 'buffer' });
assert.deepStrictEqual(bytes.name, Buffer.from('dir'));
