'use strict';

// Decoders of the older encodings, by ICU.

const { decode } = binding('icu');

// Where ICU has another name for what the Encoding Standard means.
const icuNames = {
  '__proto__': null,
  'big5': 'big5-hkscs',
  'gbk': 'gb18030',
  'ibm866': 'ibm-866',
  'iso-8859-8-i': 'iso-8859-8',
  'shift_jis': 'ibm-943_P15A-2003',
};

// ISO-2022-JP has shift states, so a cut stream cannot be taken up in the middle: it waits whole.
function makeDecoder(encoding) {
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
