'use strict';

// Decoders of the older encodings, by ICU.

const { decode } = binding('icu');

// Where ICU has another name for what the Encoding Standard means.
const icuNames = {
  '__proto__': null,
  'gbk': 'gb18030',
  'ibm866': 'ibm-866',
  'iso-8859-8-i': 'iso-8859-8',
  'shift_jis': 'ibm-943_P15A-2003',
};

// Single bytes that the standard maps otherwise than ICU: byte -> character.
const corrections = {
  '__proto__': null,
  'koi8-u': { 0xae: '\u045e', 0xbe: '\u040e' },
  'windows-874': Object.fromEntries(
    [0xdb, 0xdc, 0xdd, 0xde, 0xfc, 0xfd, 0xfe, 0xff].map((byte) => [byte, '\ufffd'])),
  'windows-1253': { 0xaa: '\ufffd' },
  'windows-1255': { 0xca: '\u05ba' },
};

// ICU lacks this one: the characters from 0xa0 on.
const kIso885916 =
  '\u00a0\u0104\u0105\u0141\u20ac\u201e\u0160\u00a7\u0161\u00a9\u0218\u00ab\u0179\u00ad' +
  '\u017a\u017b\u00b0\u00b1\u010c\u0142\u017d\u201d\u00b6\u00b7\u017e\u010d\u0219\u00bb' +
  '\u0152\u0153\u0178\u017c\u00c0\u00c1\u00c2\u0102\u00c4\u0106\u00c6\u00c7\u00c8\u00c9' +
  '\u00ca\u00cb\u00cc\u00cd\u00ce\u00cf\u0110\u0143\u00d2\u00d3\u00d4\u0150\u00d6\u015a' +
  '\u0170\u00d9\u00da\u00db\u00dc\u0118\u021a\u00df\u00e0\u00e1\u00e2\u0103\u00e4\u0107' +
  '\u00e6\u00e7\u00e8\u00e9\u00ea\u00eb\u00ec\u00ed\u00ee\u00ef\u0111\u0144\u00f2\u00f3' +
  '\u00f4\u0151\u00f6\u015b\u0171\u00f9\u00fa\u00fb\u00fc\u0119\u021b\u00ff';

// For an encoding of one byte a character, whose upper half is `table`.
function makeTableDecoder(table) {
  return {
    decode(bytes, fatal) {
      const text = binding('buffer').latin1Slice(bytes).replace(
        /[\x80-\xff]/g, (c) => table[c.charCodeAt(0) - 0x80]);
      return fatal && text.includes('\ufffd') ? undefined : text;
    },
    cut: () => 0,
  };
}

function makeCorrectedDecoder(encoding) {
  let table = '';
  for (let byte = 0x80; byte <= 0xff; byte++) {
    table += corrections[encoding][byte] ?? decode(encoding, new Uint8Array([byte]), false, true);
  }
  return makeTableDecoder(table);
}

// ISO-2022-JP has shift states, so a cut stream cannot be taken up in the middle: it waits whole.
function makeDecoder(encoding) {
  if (encoding in corrections) return makeCorrectedDecoder(encoding);
  if (encoding === 'iso-8859-16') {
    const controls = String.fromCharCode(...Array.from({ length: 32 }, (_, i) => 0x80 + i));
    return makeTableDecoder(controls + kIso885916);
  }
  const name = icuNames[encoding] ?? encoding;
  const stateful = encoding === 'iso-2022-jp';
  return {
    decode(bytes, fatal) {
      const text = decode(name, bytes, fatal, true);
      return typeof text === 'string' || text === -1 ? text : undefined;
    },
    cut(bytes) {
      return stateful ? bytes.length : decode(name, bytes, false, false);
    },
  };
}

module.exports = { makeDecoder };
