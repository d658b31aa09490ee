'use strict';
// TextEncoder: encode and encodeInto.
const assert = require('node:assert');
const util = require('node:util');

assert.strictEqual(util.TextEncoder, TextEncoder);
const encoder = new TextEncoder();
assert.strictEqual(encoder.encoding, 'utf-8');
const hex = (...args) => Buffer.from(encoder.encode(...args)).toString('hex');
for (const [text, want] of [['aé€😀', '61c3a9e282acf09f9880'], ['\ud800', 'efbfbd'], ['\udc00a', 'efbfbd61'], [5, '35'], [null, '6e756c6c'], [undefined, '']]) {
  assert.strictEqual(hex(text), want);
}
assert.strictEqual(hex(), '');
assert.strictEqual(encoder.encode('abc').constructor, Uint8Array);
assert.strictEqual(encoder.encode('abc').buffer.byteLength, 3);
assert.throws(() => encoder.encode(Symbol('x')), TypeError);
const long = 'aé€'.repeat(10000);
assert.strictEqual(Buffer.from(encoder.encode(long)).toString(), long);

for (const [text, size, read, written] of [['aé€', 4, 2, 3], ['😀', 3, 0, 0], ['😀', 4, 2, 4], ['abc', 2, 2, 2], ['', 2, 0, 0], ['éé', 3, 1, 2], ['a', 0, 0, 0]]) {
  const result = encoder.encodeInto(text, new Uint8Array(size));
  assert.deepStrictEqual(result, { read, written }, text);
}
assert.throws(() => encoder.encodeInto(5, new Uint8Array(1)), { message: /^The "src" argument must be of type string/ });
assert.throws(() => encoder.encodeInto('a', []), { message: /^The "dest" argument must be an instance of Uint8Array/ });
assert.throws(() => TextEncoder.prototype.encode.call({}, 'a'), { code: 'ERR_INVALID_THIS' });
