'use strict';
// Decoding and encoding in every encoding, with the leniency of each.
const assert = require('node:assert');

const all = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
for (const encoding of ['hex', 'base64', 'base64url', 'latin1', 'binary', 'utf16le', 'ucs2', 'ucs-2']) {
  assert.deepStrictEqual(Buffer.from(all.toString(encoding), encoding), all, encoding);
}
assert.strictEqual(all.toString('ascii').charCodeAt(0xe9), 0x69);

for (const [text, bytes, length] of [
  ['YWJj=ZGVm', 'abc', 6], ['YWI=YWI=', 'ab', 5], ['YW\nJj', 'abc', 3], ['Y', '', 0], ['YW', 'a', 1],
  ['YWJ', 'ab', 2], ['YWJj!!ZGVm', 'abcdef', 7], ['YWJjZ', 'abc', 3], ['=', '', 0], ['==', '', 0],
  ['a=b', '', 2], ['YQ==YQ==', 'a', 4], ['-_-_', '\xfb\xff\xbf', 3],
]) {
  assert.strictEqual(Buffer.from(text, 'base64').toString('latin1'), bytes, text);
  assert.strictEqual(Buffer.byteLength(text, 'base64'), length, text);
}
for (const [text, bytes] of [['abxx', 'ab'], ['abc', 'ab'], ['zz', ''], ['aBcD', 'abcd'], ['a€bc', '']]) {
  assert.strictEqual(Buffer.from(text, 'hex').toString('hex'), bytes, text);
}
assert.strictEqual(Buffer.from([0xfb, 0xff]).toString('base64'), '+/8=');
assert.strictEqual(Buffer.from([0xfb, 0xff]).toString('base64url'), '-_8');

// Malformed UTF-8: one replacement for each maximal part of a character.
for (const [bytes, text] of [
  ['ff', '\ufffd'], ['e282', '\ufffd'], ['e28241', '\ufffdA'], ['eda080', '\ufffd\ufffd\ufffd'],
  ['f4908080', '\ufffd\ufffd\ufffd\ufffd'], ['c0af', '\ufffd\ufffd'], ['f09f98', '\ufffd'],
  ['efbbbf61', '\ufeffa'],
]) {
  assert.strictEqual(Buffer.from(bytes, 'hex').toString(), text, bytes);
}
assert.strictEqual(Buffer.from('610062', 'hex').toString('utf16le'), 'a');
// An odd address must not matter.
assert.strictEqual(Buffer.from('ff61006200', 'hex').subarray(1).toString('utf16le'), 'ab');
const odd = Buffer.alloc(5);
assert.strictEqual(odd.write('ab', 1, 'utf16le'), 4);
assert.strictEqual(odd.toString('hex'), '0061006200');

const long = 'aé€𝒳'.repeat(20000);
assert.strictEqual(Buffer.from(long).toString(), long);
assert.strictEqual(Buffer.byteLength(long), 200000);
assert.strictEqual(Buffer.from('ab'.repeat(50000)).latin1Slice(99990), 'ababababab');

for (const name of ['utf8', 'UTF-8', 'ucs2', 'Ucs-2', 'utf16le', 'UTF-16LE', 'latin1', 'binary', 'ascii',
                    'hex', 'base64', 'base64url']) {
  assert.strictEqual(Buffer.isEncoding(name), true, name);
}
for (const name of ['', 'utf7', undefined, null, 5, {}, 'latin-1', 'utf16be']) {
  assert.strictEqual(Buffer.isEncoding(name), false);
}
assert.strictEqual(Buffer.byteLength('é', 'nope'), 2);
assert.strictEqual(Buffer.byteLength(new ArrayBuffer(4)), 4);
assert.throws(() => Buffer.byteLength(5), {
  message: 'The "string" argument must be of type string or an instance of Buffer or ArrayBuffer. ' +
    'Received type number (5)',
});
