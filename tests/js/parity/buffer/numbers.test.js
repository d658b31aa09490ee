'use strict';
// Every number reader and writer: round trips at the limits of its range.
const assert = require('node:assert');

const cases = [];
for (const size of [8, 16, 32]) {
  for (const end of size === 8 ? [''] : ['LE', 'BE']) {
    cases.push([`UInt${size}${end}`, size / 8, [0, 1, 2 ** size - 1]]);
    cases.push([`Uint${size}${end}`, size / 8, [0, 1, 2 ** size - 1]]);
    cases.push([`Int${size}${end}`, size / 8, [-(2 ** (size - 1)), -1, 0, 2 ** (size - 1) - 1]]);
  }
}
for (const end of ['LE', 'BE']) {
  cases.push([`BigUInt64${end}`, 8, [0n, 2n ** 64n - 1n, 0x0102030405060708n]]);
  cases.push([`BigInt64${end}`, 8, [-(2n ** 63n), -1n, 2n ** 63n - 1n]]);
  cases.push([`Double${end}`, 8, [0, -0, 1.5, Infinity, Number.MIN_VALUE, -1e300]]);
  cases.push([`Float${end}`, 4, [0, 1.5, -Infinity, 2 ** -149]]);
}
for (const [name, size, values] of cases) {
  for (const value of values) {
    const b = Buffer.alloc(size + 3);
    assert.strictEqual(b[`write${name}`](value, 2), size + 2, name);
    assert.strictEqual(b[`read${name}`](2), value, name);
    assert.strictEqual(b[0] + b[1] + b[size + 2], 0, name);
  }
}
for (let size = 1; size <= 6; size++) {
  for (const end of ['LE', 'BE']) {
    const max = 2 ** (size * 8);
    for (const [kind, values] of [['UInt', [0, 1, max - 1, Math.floor(max / 3)]],
                                  ['Int', [-max / 2, -1, 0, max / 2 - 1, -Math.floor(max / 3)]]]) {
      for (const value of values) {
        const b = Buffer.alloc(8);
        assert.strictEqual(b[`write${kind}${end}`](value, 1, size), size + 1);
        assert.strictEqual(b[`read${kind}${end}`](1, size), value, `${kind}${end} ${size}`);
        assert.strictEqual(b[0] + b[size + 1], 0);
      }
    }
  }
}
const b = Buffer.from('0102030405060708', 'hex');
assert.strictEqual(b.readUInt16BE(), 0x0102);
assert.strictEqual(b.readUInt32LE(2), 0x06050403);
assert.strictEqual(b.readUIntBE(1, 5), 0x0203040506);
assert.strictEqual(b.readBigUInt64BE(), 0x0102030405060708n);
assert.ok(Number.isNaN(Buffer.from('7ff8000000000000', 'hex').readDoubleBE()));
assert.strictEqual(Buffer.prototype.readUint8, Buffer.prototype.readUInt8);
// Coerced, as typed arrays do.
assert.deepStrictEqual([Buffer.alloc(1).writeUInt8('x'), Buffer.alloc(1).writeUInt8(1.7)], [1, 1]);
assert.strictEqual(Buffer.alloc(9).writeDoubleLE('x'), 8);
