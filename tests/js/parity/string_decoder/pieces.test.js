'use strict';
// However the bytes are cut, the text is the one of the whole.
const assert = require('node:assert');
const { StringDecoder } = require('node:string_decoder');

const text = 'aé€😀z\u0080\uffff日本';
for (const encoding of ['utf8', 'utf16le', 'latin1', 'hex', 'base64', 'base64url', 'ascii']) {
  const bytes = Buffer.from(text, encoding === 'utf16le' ? 'utf16le' : 'utf8');
  for (let size = 1; size <= 7; size++) {
    const decoder = new StringDecoder(encoding);
    let got = '';
    for (let i = 0; i < bytes.length; i += size) got += decoder.write(bytes.subarray(i, i + size));
    got += decoder.end();
    assert.strictEqual(got, bytes.toString(encoding), `${encoding} ${size}`);
  }
}
// Malformed bytes too.
let seed = 3;
const random = (n) => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % n;
const pool = [0x61, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80];
for (let i = 0; i < 500; i++) {
  const bytes = Buffer.from(Array.from({ length: 12 }, () => pool[random(pool.length)]));
  const decoder = new StringDecoder();
  const cut = random(12);
  decoder.write(bytes.subarray(0, cut));
  decoder.end();
  const again = decoder.write(bytes) + decoder.end();
  assert.strictEqual(again, bytes.toString());
}
