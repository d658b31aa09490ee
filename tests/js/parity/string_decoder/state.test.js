'use strict';
// What a StringDecoder keeps back, shows and refuses.
const assert = require('node:assert');
const { StringDecoder } = require('node:string_decoder');

let d = new StringDecoder();
assert.strictEqual(d.encoding, 'utf8');
assert.strictEqual(d.write(Buffer.from([0xe2, 0x82])), '');
assert.deepStrictEqual([d.lastNeed, d.lastTotal, ...d.lastChar], [1, 3, 0xe2, 0x82, 0, 0]);
assert.strictEqual(d.end(), '\ufffd');
assert.strictEqual(d.write(Buffer.from([0xe2])) + d.write(Buffer.from([0xe2])) + d.end(), '\ufffd\ufffd');
assert.strictEqual(d.end(Buffer.from('x')), 'x');
assert.strictEqual(d.text(Buffer.from('abc'), 1), 'bc');

d = new StringDecoder('utf16le');
assert.strictEqual(d.write(Buffer.from([0x3d, 0xd8])), '');
assert.deepStrictEqual([d.lastNeed, d.lastTotal], [2, 4]);
assert.strictEqual(d.write(Buffer.from([0x4d, 0xdc])), '\ud83d\udc4d');
assert.strictEqual(d.write(Buffer.from([0x61])) + d.end(), '');

d = new StringDecoder('base64');
assert.strictEqual(d.write(Buffer.from('a')), '');
assert.strictEqual(d.write(Buffer.from('bcd')), 'YWJj');
assert.strictEqual(d.end(), 'ZA==');

for (const [name, want] of [['UCS2', 'utf16le'], ['binary', 'latin1'], [null, 'utf8'], [undefined, 'utf8'], ['HEX', 'hex']]) {
  assert.strictEqual(new StringDecoder(name).encoding, want);
}
assert.strictEqual(new StringDecoder().write('text'), 'text');
assert.strictEqual(new StringDecoder().write(new Uint16Array([97, 98])), 'a\0b\0');
assert.throws(() => new StringDecoder('nope'), { code: 'ERR_UNKNOWN_ENCODING', message: 'Unknown encoding: nope' });
assert.throws(() => new StringDecoder(5), { code: 'ERR_UNKNOWN_ENCODING' });
assert.throws(() => new StringDecoder().write(), {
  message: 'The "buf" argument must be an instance of Buffer, TypedArray, or DataView. Received undefined',
});
