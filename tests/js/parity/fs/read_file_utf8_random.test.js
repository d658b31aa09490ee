'use strict';
// Decoding a file is decoding its bytes: compared with TextDecoder over all lead bytes and sizes.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

let seed = 12345;
const random = (n) => {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  return (seed >> 8) % n;
};
const pieces = ['a', 'plain text ', 'é', '€', '😀', '\ufeff'].map((text) => Buffer.from(text));
for (let lead = 0x80; lead < 0x100; lead++) pieces.push(Buffer.from([lead]));
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
for (let round = 0; round < 60; round++) {
  const parts = [];
  for (let i = random(round < 50 ? 60 : 60000); i >= 0; i--) {
    parts.push(pieces[random(random(3) ? 6 : pieces.length)]);
  }
  const bytes = Buffer.concat(parts);
  fs.writeFileSync('f', bytes);
  const expected = decoder.decode(bytes);
  assert.ok(fs.readFileSync('f', 'utf8') === expected);
  assert.ok(fs.readFileSync('f').toString() === expected);
}
