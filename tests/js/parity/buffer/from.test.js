'use strict';
// Buffer.from: every kind of source.
const assert = require('node:assert');

const hex = (...args) => Buffer.from(...args).toString('hex');
assert.strictEqual(hex('aé€𝒳'), '61c3a9e282acf09d92b3');
assert.strictEqual(hex('\ud800x'), 'efbfbd78');
assert.strictEqual(hex('é', 'latin1'), 'e9');
assert.strictEqual(hex('aé', 'utf16le'), '6100e900');
assert.strictEqual(hex('YWJj', 'BASE64'), '616263');
assert.strictEqual(hex([1, 257, -1, '3', 1.9]), '0101ff0301');
assert.strictEqual(hex(new Uint8Array([1, 2])), '0102');
assert.strictEqual(hex(new Uint16Array([1, 258])), '0102');
assert.strictEqual(hex({ length: 3, 0: 1, 1: 2 }), '010200');
assert.strictEqual(hex({ type: 'Buffer', data: [1, 2] }), '0102');
assert.strictEqual(hex(JSON.parse(JSON.stringify(Buffer.from('ab')))), '6162');
assert.strictEqual(hex(new String('abc')), '616263');
assert.strictEqual(hex({ valueOf: () => 'x' }), '78');
assert.strictEqual(hex({ [Symbol.toPrimitive]: () => 'x' }), '78');
assert.strictEqual(hex({ length: '3' }), '');
assert.strictEqual(hex({ length: -1 }), '');
assert.strictEqual(hex(''), '');

const memory = new ArrayBuffer(4);
const view = Buffer.from(memory, 1, 2);
view.fill(7);
assert.deepStrictEqual([...new Uint8Array(memory)], [0, 7, 7, 0]);
assert.strictEqual(Buffer.from(memory, 'x').length, 4);
assert.throws(() => Buffer.from(memory, 5), {
  code: 'ERR_BUFFER_OUT_OF_BOUNDS', message: '"offset" is outside of buffer bounds',
});
assert.throws(() => Buffer.from(memory, 1, 4), {
  code: 'ERR_BUFFER_OUT_OF_BOUNDS', message: '"length" is outside of buffer bounds',
});
assert.strictEqual(Buffer.from(new SharedArrayBuffer(3)).length, 3);

const start = 'The first argument must be of type string or an instance of Buffer, ArrayBuffer, or ' +
  'Array or an Array-like Object. Received ';
for (const [value, received] of [
  [undefined, 'undefined'], [null, 'null'], [5, 'type number (5)'], [true, 'type boolean (true)'],
  [1n, 'type bigint (1n)'], [Symbol('s'), 'type symbol (Symbol(s))'],
  [{}, 'an instance of Object'], [{ type: 'Buffer', data: 'x' }, 'an instance of Object'],
]) {
  assert.throws(() => Buffer.from(value), {
    name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message: start + received,
  });
}
assert.throws(() => Buffer.from('a', 'nope'), {
  name: 'TypeError', code: 'ERR_UNKNOWN_ENCODING', message: 'Unknown encoding: nope',
});

assert.deepStrictEqual([...Buffer.of(1, 2, 300)], [1, 2, 44]);
const words = new Uint16Array([1, 2, 3]);
assert.strictEqual(Buffer.copyBytesFrom(words, 1, 1).toString('hex'), '0200');
assert.strictEqual(Buffer.copyBytesFrom(words, 5).length, 0);
assert.throws(() => Buffer.copyBytesFrom([1]), {
  message: 'The "view" argument must be an instance of TypedArray. Received an instance of Array',
});
