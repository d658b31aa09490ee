'use strict';
// Buffer.alloc, allocUnsafe, allocUnsafeSlow: size, contents, filling, refused sizes.
const assert = require('node:assert');

assert.deepStrictEqual([...Buffer.alloc(3)], [0, 0, 0]);
assert.strictEqual(Buffer.alloc(4, 'ab').toString(), 'abab');
assert.strictEqual(Buffer.alloc(5, '€').toString('hex'), 'e282ace282');
assert.strictEqual(Buffer.alloc(3, 'é', 'latin1').toString('hex'), 'e9e9e9');
assert.strictEqual(Buffer.alloc(4, '6162', 'hex').toString(), 'abab');
assert.deepStrictEqual([...Buffer.alloc(3, 300)], [44, 44, 44]);
assert.deepStrictEqual([...Buffer.alloc(3, Buffer.from('xy'))], [120, 121, 120]);
assert.deepStrictEqual([...Buffer.alloc(2, '')], [0, 0]);
assert.throws(() => Buffer.alloc(3, 'zz', 'hex'), {
  code: 'ERR_INVALID_ARG_VALUE', message: "The argument 'value' is invalid. Received 'zz'",
});
for (const make of [Buffer.alloc, Buffer.allocUnsafe, Buffer.allocUnsafeSlow]) {
  assert.strictEqual(make(10).length, 10);
  assert.strictEqual(make(0).length, 0);
  assert.throws(() => make('5'), {
    code: 'ERR_INVALID_ARG_TYPE',
    message: 'The "size" argument must be of type number. Received type string (\'5\')',
  });
  for (const size of [-1, NaN, 2 ** 60]) {
    assert.throws(() => make(size), { name: 'RangeError', code: 'ERR_OUT_OF_RANGE' });
  }
}
// Small ones share a pool, the slow ones never do.
assert.strictEqual(Buffer.allocUnsafe(10).buffer.byteLength, Buffer.poolSize);
assert.strictEqual(Buffer.allocUnsafeSlow(10).buffer.byteLength, 10);
assert.strictEqual(Buffer.alloc(10).buffer.byteLength, 10);
const one = Buffer.allocUnsafe(3);
const two = Buffer.allocUnsafe(3);
one.fill(1);
two.fill(2);
assert.deepStrictEqual([...one, ...two], [1, 1, 1, 2, 2, 2]);
