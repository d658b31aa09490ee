'use strict';

// Stands in for `@exodus/bytes/whatwg.js` inside the bundle of whatwg-url: URLs made by a program are
// always UTF-8, so the 400 KB of tables for other encodings stay out.

const kHex = Array.from({ length: 256 }, (_, byte) =>
  `%${byte.toString(16).toUpperCase().padStart(2, '0')}`);
const tables = new Map();

function tableFor(encodeSet, spaceAsPlus) {
  const key = `${encodeSet}${spaceAsPlus}`;
  let table = tables.get(key);
  if (table === undefined) {
    table = kHex.map((hex, byte) => {
      const char = String.fromCharCode(byte);
      if (byte === 0x20 && spaceAsPlus) return '+';
      return byte < 0x20 || byte > 0x7e || encodeSet.includes(char) ? hex : char;
    });
    tables.set(key, table);
  }
  return table;
}

function encodeCodePoint(table, code) {
  if (code < 0x80) return table[code];
  if (code < 0x800) return kHex[0xc0 | (code >> 6)] + kHex[0x80 | (code & 0x3f)];
  const tail = kHex[0x80 | ((code >> 6) & 0x3f)] + kHex[0x80 | (code & 0x3f)];
  if (code < 0x10000) return kHex[0xe0 | (code >> 12)] + tail;
  return kHex[0xf0 | (code >> 18)] + kHex[0x80 | ((code >> 12) & 0x3f)] + tail;
}

exports.percentEncodeAfterEncoding = (encoding, input, encodeSet, spaceAsPlus = false) => {
  const table = tableFor(encodeSet, spaceAsPlus);
  let output = '';
  for (const char of input) {
    const code = char.codePointAt(0);
    output += encodeCodePoint(table, code >= 0xd800 && code <= 0xdfff ? 0xfffd : code);
  }
  return output;
};
