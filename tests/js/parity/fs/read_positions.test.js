'use strict';
// read: its many forms, positions as numbers and BigInts, and its checks.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

fs.writeFileSync('f', '0123456789');
const fd = fs.openSync('f', 'r');
const read = (...args) => {
  const buffer = Buffer.alloc(4, '.');
  const n = fs.readSync(fd, buffer, ...args);
  return `${n}${buffer}`;
};
assert.strictEqual(read(0, 4, 2), '42345');
assert.strictEqual(read(1, 2, 5n), '2.56.');
assert.strictEqual(read({ position: 8 }), '289..');
assert.strictEqual(read({ offset: 2, length: 1, position: 0 }), '1..0.');
assert.strictEqual(read(), '40123');
assert.strictEqual(read(0, 4, null), '44567');
assert.strictEqual(read(0, 4, -1), '289..');
assert.strictEqual(read(0, 4), '0....');
assert.strictEqual(read(0, 0), '0....');
const range = { code: 'ERR_OUT_OF_RANGE', name: 'RangeError' };
assert.throws(() => read(0, 9), { ...range, message: /"length" is out of range. It must be <= 4/ });
assert.throws(() => read(0, -1), range);
assert.throws(() => read(0, 4, -2), range);
assert.throws(() => read(0, 4, 1.5), range);
assert.throws(() => read(0, 4, 2n ** 63n), range);
assert.throws(() => read(0, 4, 'x'), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => fs.readSync(fd, 'abc'), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => fs.readSync(fd, Buffer.alloc(0), 0, 1), { code: 'ERR_INVALID_ARG_VALUE' });

const view = new Uint16Array(2);
fs.readSync(fd, view, 0, 4, 0);
assert.deepStrictEqual([...new Uint8Array(view.buffer)], [48, 49, 50, 51]);
let open = 4;
const done = () => --open === 0 && fs.closeSync(fd);
fs.read(fd, Buffer.alloc(4), 0, 4, 3, (error, n, buffer) => {
  assert.deepStrictEqual([error, n, String(buffer)], [null, 4, '3456']);
  done();
});
fs.read(fd, { buffer: Buffer.alloc(3), position: 7 }, (error, n, buffer) => {
  assert.deepStrictEqual([n, String(buffer)], [3, '789']);
  done();
});
fs.read(fd, Buffer.alloc(2), { position: 1 }, (error, n, buffer) => {
  assert.deepStrictEqual([n, String(buffer)], [2, '12']);
  done();
});
fs.read(fd, { position: 0 }, (error, n, buffer) => {
  assert.deepStrictEqual([n, buffer.length], [10, 16384]);
  done();
});
