'use strict';
// link, symlink, readlink, realpath.
const assert = require('node:assert');
const fs = require('node:fs');
const folder = require('./temp_dir.js');

fs.writeFileSync('f', 'x');
fs.linkSync('f', 'hard');
assert.strictEqual(fs.statSync('f').nlink, 2);
fs.symlinkSync('f', 'soft');
assert.strictEqual(fs.readlinkSync('soft'), 'f');
assert.deepStrictEqual(fs.readlinkSync('soft', 'buffer'), Buffer.from('f'));
assert.strictEqual(fs.readlinkSync('soft', { encoding: 'hex' }), '66');
assert.ok(fs.lstatSync('soft').isSymbolicLink() && fs.statSync('soft').isFile());
assert.throws(() => fs.readlinkSync('f'), { code: 'EINVAL', syscall: 'readlink' });
assert.throws(() => fs.symlinkSync('a', 'f'), {
  code: 'EEXIST', message: "EEXIST: file already exists, symlink 'a' -> 'f'", path: 'a', dest: 'f',
});
assert.strictEqual(fs.realpathSync('./soft/../soft'), `${folder}/f`);
assert.strictEqual(fs.realpathSync.native('soft'), `${folder}/f`);
assert.deepStrictEqual(fs.realpathSync('soft', 'buffer'), Buffer.from(`${folder}/f`));
fs.symlinkSync('nowhere', 'dangling');
assert.throws(() => fs.realpathSync('dangling'), { code: 'ENOENT', path: `${folder}/dangling` });
assert.throws(() => fs.realpathSync('none/x'), {
  message: `ENOENT: no such file or directory, lstat '${folder}/none'`,
});
assert.throws(() => fs.realpathSync.native('none/x'), { syscall: 'realpath', path: 'none/x' });
fs.symlinkSync('loop', 'loop');
assert.throws(() => fs.realpathSync('loop'), { code: 'ELOOP' });
fs.realpath('soft', (error, path) => assert.strictEqual(path, `${folder}/f`));
fs.realpath('none', (error) => assert.strictEqual(error.syscall, 'lstat'));
fs.promises.realpath('soft').then((path) => assert.strictEqual(path, `${folder}/f`));
fs.promises.readlink('soft').then((path) => assert.strictEqual(path, 'f'));
