'use strict';
// TextDecoder: labels, options, malformed input, byte order marks, streaming.
const assert = require('node:assert');
const util = require('node:util');

assert.strictEqual(util.TextDecoder, TextDecoder);
const decode = (label, bytes, options) => new TextDecoder(label, options).decode(Buffer.from(bytes, 'hex'));
for (const [label, bytes, want] of [
  ['utf-8', '61c3a9e282acf09f9880', 'aé€😀'], ['utf8', 'ff', '\ufffd'], ['utf-8', 'efbbbf61', 'a'],
  ['utf-16le', '6100ac20', 'a€'], ['utf-16', '00d861', '\ufffd'], ['utf-16le', '00d80061', '\ufffd\u6100'],
  ['utf-16be', '006120ac', 'a€'], ['latin1', '8081e9', '€\x81é'], ['ascii', 'e9', 'é'],
  ['shift_jis', '82a0', 'あ'], ['euc-jp', 'a4a2', 'あ'], ['gbk', 'c4e3', '你'], ['big5', 'a4a4', '中'], ['euc-kr', 'b0a1', '가'],
  ['iso-2022-jp', '1b24422422', 'あ'], ['koi8-r', 'c1', 'а'], ['koi8-u', 'ae', 'ў'], ['windows-1251', 'e0', 'а'],
  ['ibm866', '80', 'А'], ['macintosh', '80', 'Ä'], ['iso-8859-16', 'a1', 'Ą'], ['x-user-defined', '80', '\uf780'],
]) {
  assert.strictEqual(decode(label, bytes), want, label);
}
for (const [label, encoding] of [[' UTF8\n', 'utf-8'], ['ISO-8859-1', 'windows-1252'], ['sjis', 'shift_jis'], ['ucs-2', 'utf-16le']]) {
  assert.strictEqual(new TextDecoder(label).encoding, encoding);
}
for (const label of ['nope', '', 'replacement', 'utf-7', null]) {
  assert.throws(() => new TextDecoder(label), {
    name: 'RangeError', code: 'ERR_ENCODING_NOT_SUPPORTED', message: `The "${label}" encoding is not supported`,
  });
}
assert.strictEqual(decode('utf-8', 'efbbbf61', { ignoreBOM: true }), '\ufeffa');
for (const [label, bytes] of [['utf-8', 'ff'], ['utf-8', 'e282'], ['utf-16le', '00d8'], ['utf-16le', '61'], ['euc-jp', 'ff']]) {
  assert.throws(() => decode(label, bytes, { fatal: true }), {
    name: 'TypeError', code: 'ERR_ENCODING_INVALID_ENCODED_DATA', message: `The encoded data was not valid for encoding ${label}`,
  });
}

for (const label of ['utf-8', 'utf-16le', 'utf-16be', 'shift_jis', 'gb18030', 'iso-2022-jp']) {
  const whole = { 'utf-8': '61c3a9e282acf09f9880', 'utf-16le': '61003dd800de', 'utf-16be': '0061d83dde00',
                  'shift_jis': '82a061', 'gb18030': '81308130c4e3', 'iso-2022-jp': '1b244224221b284241' }[label];
  const decoder = new TextDecoder(label);
  let text = '';
  for (const byte of Buffer.from(whole, 'hex')) text += decoder.decode(new Uint8Array([byte]), { stream: true });
  text += decoder.decode();
  assert.strictEqual(text, decode(label, whole), label);
}
const d = new TextDecoder();
assert.strictEqual(d.decode(new Uint8Array([0xef, 0xbb]), { stream: true }), '');
assert.strictEqual(d.decode(new Uint8Array([0xbf, 0x61]), { stream: true }), 'a');
assert.strictEqual(d.decode(new Uint8Array([0xf4, 0x90]), { stream: true }), '\ufffd\ufffd');
assert.strictEqual(d.decode(), '');

assert.strictEqual(d.decode(new Uint16Array([97, 98])), 'a\0b\0');
assert.strictEqual(d.decode(new DataView(new ArrayBuffer(2), 1)), '\0');
assert.strictEqual(d.decode(new ArrayBuffer(1)), '\0');
for (const input of [5, 'a', null, {}]) {
  assert.throws(() => d.decode(input), {
    code: 'ERR_INVALID_ARG_TYPE',
    message: 'The "list" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.',
  });
}
assert.throws(() => d.decode(new Uint8Array(1), 5), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => new TextDecoder('utf-8', 5), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => TextDecoder.prototype.decode.call({}), { code: 'ERR_INVALID_THIS' });
assert.strictEqual(Object.prototype.toString.call(d), '[object TextDecoder]');
