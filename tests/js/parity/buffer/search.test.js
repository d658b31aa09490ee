'use strict';
// indexOf, lastIndexOf, includes: strings, bytes, numbers, encodings, offsets of every kind.
const assert = require('node:assert');

const b = Buffer.from('abcabc');
for (const [got, want] of [
  [b.indexOf('c'), 2], [b.indexOf('c', 3), 5], [b.indexOf('c', -2), 5], [b.indexOf('c', -99), 2],
  [b.indexOf('z'), -1], [b.indexOf(''), 0], [b.indexOf('', 9), 6], [b.indexOf('', 3), 3],
  [b.indexOf('bc', 2), 4], [b.indexOf('abcabcabc'), -1], [b.indexOf('b', []), 1],
  [b.indexOf('b', undefined), 1], [b.indexOf('b', null), 1], [b.indexOf('b', {}), 1],
  [b.indexOf(99), 2], [b.indexOf(99.9), 2], [b.indexOf(99 + 256), 2], [b.indexOf(-157), 2],
  [b.indexOf(Buffer.from('ca')), 2], [b.indexOf(new Uint8Array([98])), 1],
  [b.indexOf('6263', 'hex'), 1], [b.indexOf('YmM=', 2, 'base64'), 4],
  [b.lastIndexOf('c'), 5], [b.lastIndexOf('c', -2), 2], [b.lastIndexOf('c', 4), 2],
  [b.lastIndexOf(''), 6], [b.lastIndexOf('a', null), 0], [b.lastIndexOf('a', undefined), 3],
  [b.lastIndexOf('b', {}), 4], [b.lastIndexOf('a', -99), -1], [b.lastIndexOf(97, 2), 0],
  [b.lastIndexOf('abc', 2), 0], [b.lastIndexOf(Buffer.from('bc')), 4],
  [b.includes('ca'), true], [b.includes('ca', 3), false], [b.includes(100), false],
  [Buffer.from('a\0b\0c\0', 'latin1').indexOf('b', 'ucs2'), 2],
  [Buffer.from('xa\0b\0', 'latin1').indexOf('a', 'ucs2'), -1],
  [Buffer.from('a\0b\0a\0', 'latin1').lastIndexOf('a', undefined, 'utf16le'), 4],
  [Buffer.from('ééé').indexOf('é', 1), 2], [Buffer.from('ééé', 'latin1').lastIndexOf('é', 1, 'latin1'), 1],
  [Buffer.alloc(0).indexOf('a'), -1], [Buffer.alloc(0).indexOf(0), -1], [Buffer.alloc(0).indexOf(''), 0],
]) {
  assert.strictEqual(got, want);
}
for (const value of [undefined, {}, null, () => {}]) {
  assert.throws(() => b.indexOf(value), {
    code: 'ERR_INVALID_ARG_TYPE',
    message: /^The "value" argument must be one of type number or string or an instance of Buffer or Uint8Array\./,
  });
}
assert.throws(() => b.indexOf('b', 0, 'nope'), { code: 'ERR_UNKNOWN_ENCODING' });

// Against a simple search, over many haystacks.
let seed = 7;
const random = (n) => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % n;
for (let i = 0; i < 300; i++) {
  const text = Array.from({ length: random(40) }, () => 'ab'[random(2)]).join('');
  const needle = Array.from({ length: 1 + random(4) }, () => 'ab'[random(2)]).join('');
  assert.strictEqual(Buffer.from(text).indexOf(needle), text.indexOf(needle));
  assert.strictEqual(Buffer.from(text).lastIndexOf(needle), text.lastIndexOf(needle));
}
