'use strict';
// utimes takes seconds as numbers or strings, or Dates; lutimes sets those of the link.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

fs.writeFileSync('f', '');
const times = (path = 'f') => {
  const { atimeMs, mtimeMs } = fs.lstatSync(path);
  return [atimeMs, mtimeMs];
};
fs.utimesSync('f', 1, '12.5');
assert.deepStrictEqual(times(), [1000, 12500]);
fs.utimesSync('f', new Date(1500), new Date(2000));
assert.deepStrictEqual(times(), [1500, 2000]);
fs.utimesSync('f', 1.9999999, 1795476158.953);
assert.strictEqual(fs.statSync('f', { bigint: true }).atimeNs, 1999999900n);
assert.strictEqual(times()[1], 1795476158953);
const fd = fs.openSync('f', 'r+');
fs.futimesSync(fd, 3, 4);
assert.deepStrictEqual(times(), [3000, 4000]);
fs.closeSync(fd);
fs.symlinkSync('f', 'link');
fs.lutimesSync('link', 5, 6);
assert.deepStrictEqual([times('link'), times()], [[5000, 6000], [3000, 4000]]);
fs.promises.utimes('f', 7, 8).then(() => assert.deepStrictEqual(times(), [7000, 8000]));
for (const bad of ['x', {}, NaN, undefined]) {
  assert.throws(() => fs.utimesSync('f', bad, 1), {
    code: 'ERR_INVALID_ARG_TYPE', message: /The "time" argument must be an instance of Date or/,
  });
}
assert.throws(() => fs.utimesSync('none', 1, 2), { code: 'ENOENT', syscall: 'utime' });
assert.strictEqual(fs._toUnixTimestamp(new Date(5)), 0.005);
