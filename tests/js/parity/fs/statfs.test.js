'use strict';
// statfs, as numbers and BigInts.
const assert = require('node:assert');
const fs = require('node:fs');

const keys = ['type', 'bsize', 'frsize', 'blocks', 'bfree', 'bavail', 'files', 'ffree'];
const stats = fs.statfsSync('/');
assert.deepStrictEqual(Object.keys(stats), keys);
assert.strictEqual(stats.constructor.name, 'StatFs');
for (const key of keys) assert.strictEqual(typeof stats[key], 'number');
fs.statfs('/', { bigint: true }, (error, big) => {
  assert.strictEqual(big.type, BigInt(stats.type));
});
fs.promises.statfs('/').then((other) => assert.strictEqual(other.bsize, stats.bsize));
assert.throws(() => fs.statfsSync('/no/such'), { code: 'ENOENT', syscall: 'statfs' });
