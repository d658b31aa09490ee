'use strict';
// Stats: fields, types, dates made on demand, BigInts, throwIfNoEntry.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

fs.writeFileSync('f', 'abc');
fs.utimesSync('f', 1, 12.5);
const stats = fs.statSync('f');
assert.ok(stats instanceof fs.Stats);
assert.deepStrictEqual(Object.keys(stats), [
  'dev', 'mode', 'nlink', 'uid', 'gid', 'rdev', 'blksize', 'ino', 'size', 'blocks',
  'atimeMs', 'mtimeMs', 'ctimeMs', 'birthtimeMs',
]);
assert.strictEqual(stats.size, 3);
assert.strictEqual(stats.atimeMs, 1000);
assert.strictEqual(stats.mtimeMs, 12500);
assert.strictEqual(stats.mtime.getTime(), 12500);
assert.strictEqual(stats.mtime, stats.mtime);
stats.mtime = 5;
assert.strictEqual(stats.mtime, 5);
assert.ok(stats.isFile() && !stats.isDirectory() && !stats.isSymbolicLink());
assert.ok(fs.statSync('.').isDirectory());
assert.ok(fs.statSync('/dev/null').isCharacterDevice());

const big = fs.statSync('f', { bigint: true });
assert.strictEqual(big.size, 3n);
assert.strictEqual(big.mtimeMs, 12500n);
assert.strictEqual(big.mtimeNs, 12500000000n);
assert.strictEqual(big.mtime.getTime(), 12500);
assert.strictEqual(big.constructor.name, 'BigIntStats');
assert.ok(big.isFile());
assert.strictEqual(big.ino, BigInt(stats.ino));

assert.strictEqual(fs.statSync('none', { throwIfNoEntry: false }), undefined);
assert.strictEqual(fs.statSync('f/x', { throwIfNoEntry: false }), undefined);
assert.strictEqual(fs.lstatSync('none', { throwIfNoEntry: false }), undefined);
assert.throws(() => fs.lstatSync('f/x', { throwIfNoEntry: false }), { code: 'ENOTDIR' });
assert.throws(() => fs.statSync('none'), {
  message: "ENOENT: no such file or directory, stat 'none'",
});
const fd = fs.openSync('f', 'r');
assert.strictEqual(fs.fstatSync(fd).ino, stats.ino);
fs.fstat(fd, { bigint: true }, (error, found) => {
  assert.strictEqual(found.size, 3n);
  fs.closeSync(fd);
});
// Many at a time: each gets its own numbers.
fs.writeFileSync('g', 'x'.repeat(77));
for (let i = 0; i < 20; i++) {
  fs.stat('f', (error, found) => assert.strictEqual(found.size, 3));
  fs.lstat('g', (error, found) => assert.strictEqual(found.size, 77));
  fs.promises.stat('g').then((found) => assert.strictEqual(found.size, 77));
}
