'use strict';

// TextEncoder and TextDecoder. UTF-8, UTF-16LE and windows-1252 are decoded here; every other
// encoding of the standard by ICU, which is loaded with the first decoder that needs it.

const { codes } = require('internal/errors');
const { validateObject, validateString } = require('internal/validators');
const { isAnyArrayBuffer, isUint8Array } = require('internal/buffer/checks');
const native = binding('buffer');

const kInspect = Symbol.for('nodejs.util.inspect.custom');

let counts;  // what encodeInto reports, shared with C++

class TextEncoder {
  #brand = true;

  static #check(value) {
    if (!(#brand in value)) throw new codes.ERR_INVALID_THIS('TextEncoder');
  }

  get encoding() {
    TextEncoder.#check(this);
    return 'utf-8';
  }

  encode(input = '') {
    TextEncoder.#check(this);
    const bytes = native.encodeUtf8(`${input}`);
    if (bytes === undefined) throw new codes.ERR_MEMORY_ALLOCATION_FAILED();
    return bytes;
  }

  encodeInto(src, dest) {
    TextEncoder.#check(this);
    validateString(src, 'src');
    if (!isUint8Array(dest)) throw new codes.ERR_INVALID_ARG_TYPE('dest', 'Uint8Array', dest);
    counts ??= new Uint32Array(2);
    native.encodeInto(src, dest, counts);
    return { read: counts[0], written: counts[1] };
  }

  [kInspect](depth, options, inspect) {
    TextEncoder.#check(this);
    if (typeof depth === 'number' && depth < 0) return this;
    return inspect({ encoding: this.encoding }, options);
  }
}

// Lone surrogates become U+FFFD; returns undefined instead if `fatal` and there is one.
function wellFormed(text, fatal) {
  if (!/[\ud800-\udfff]/.test(text) || !/\p{Surrogate}/u.test(text)) return text;
  return fatal ? undefined : text.replace(/\p{Surrogate}/gu, '\ufffd');
}

// How many bytes at the end begin a UTF-8 sequence that more bytes could complete.
function cutUtf8(bytes) {
  const end = bytes.length;
  for (let kept = 1; kept <= 3 && kept <= end; kept++) {
    const byte = bytes[end - kept];
    if ((byte & 0xc0) === 0x80) continue;
    const size = byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1;
    if (byte >= 0xf5 || kept >= size) return 0;
    return kept === 1 || mayFollow(byte, bytes[end - kept + 1]) ? kept : 0;
  }
  return 0;
}

// Some lead bytes allow fewer second bytes: no overlong forms, surrogates or too large values.
function mayFollow(lead, second) {
  switch (lead) {
    case 0xe0: return second >= 0xa0;
    case 0xed: return second < 0xa0;
    case 0xf0: return second >= 0x90;
    case 0xf4: return second < 0x90;
    default: return true;
  }
}

function cutUtf16(bytes) {
  const odd = bytes.length & 1;
  const last = bytes.length - odd - 1;
  return odd + (last > 0 && (bytes[last] & 0xfc) === 0xd8 ? 2 : 0);
}

function decodeUtf8(bytes, fatal) {
  return fatal && !native.isUtf8(bytes) ? undefined : native.utf8Slice(bytes);
}

function decodeUtf16(bytes, fatal) {
  const odd = bytes.length & 1;
  if (odd && fatal) return undefined;
  let text = native.ucs2Slice(bytes, 0, bytes.length - odd);
  // A surrogate before half a unit is one error, not two.
  if (odd && cutUtf16(bytes) === 3) text = text.slice(0, -1);
  text = wellFormed(text, fatal);
  return odd ? `${text}\ufffd` : text;
}

const kWindows1252 = '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152' +
  '\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153' +
  '\x9d\u017e\u0178';

function decodeWindows1252(bytes) {
  return native.latin1Slice(bytes).replace(
    /[\x80-\x9f]/g, (c) => kWindows1252[c.charCodeAt(0) - 0x80]);
}

function decodeUserDefined(bytes) {
  return native.latin1Slice(bytes).replace(
    /[\x80-\xff]/g, (c) => String.fromCharCode(0xf700 + c.charCodeAt(0)));
}

// decode(bytes, fatal) -> text, undefined for an error; cut(bytes) -> bytes to keep for later
const decoders = {
  '__proto__': null,
  'utf-8': { decode: decodeUtf8, cut: cutUtf8 },
  'utf-16le': { decode: decodeUtf16, cut: cutUtf16 },
  'windows-1252': { decode: decodeWindows1252, cut: () => 0 },
  'x-user-defined': { decode: decodeUserDefined, cut: () => 0 },
};

function decoderOf(encoding) {
  return decoders[encoding] ??= require('internal/encoding_icu').makeDecoder(encoding);
}

function encodingOf(label) {
  if (label === 'utf-8' || label === 'utf8') return 'utf-8';
  return require('internal/encoding_labels').encodingOf(label);
}

function toBytes(input) {
  if (input === undefined) return new Uint8Array(0);
  if (ArrayBuffer.isView(input)) {
    return isUint8Array(input) ? input :
      new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  }
  if (isAnyArrayBuffer(input)) return new Uint8Array(input);
  const error = new codes.ERR_INVALID_ARG_TYPE('list', 'ArrayBuffer', input);
  error.message = 'The "list" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ' +
    'ArrayBufferView.';
  throw error;
}

function join(first, second) {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

class TextDecoder {
  #encoding;
  #decoder;
  #fatal;
  #ignoreBOM;
  #pending;         // bytes of a cut character
  #started = false; // past the place where a byte order mark may stand

  static #check(value) {
    if (!(#encoding in value)) throw new codes.ERR_INVALID_THIS('TextDecoder');
  }

  constructor(label = 'utf-8', options = {}) {
    const encoding = encodingOf(`${label}`);
    if (options !== null) validateObject(options, 'options');
    if (encoding === undefined) throw new codes.ERR_ENCODING_NOT_SUPPORTED(label);
    this.#encoding = encoding;
    this.#decoder = decoderOf(encoding);
    this.#fatal = Boolean(options?.fatal);
    this.#ignoreBOM = Boolean(options?.ignoreBOM);
  }

  decode(input, options) {
    TextDecoder.#check(this);
    let bytes = toBytes(input);
    if (options != null) validateObject(options, 'options');
    const stream = Boolean(options?.stream);
    if (this.#pending !== undefined) {
      bytes = join(this.#pending, bytes);
      this.#pending = undefined;
    }
    const kept = stream ? this.#decoder.cut(bytes) : 0;
    if (kept > 0) {
      this.#pending = bytes.slice(bytes.length - kept);
      bytes = bytes.subarray(0, bytes.length - kept);
    }
    let text = this.#decoder.decode(bytes, this.#fatal);
    if (typeof text !== 'string') this.#fail(text);
    if (!this.#started && text.length > 0) {
      if (!this.#ignoreBOM && this.#encoding.startsWith('utf') && text.charCodeAt(0) === 0xfeff) {
        text = text.slice(1);
      }
      this.#started = true;
    }
    if (!stream) this.#started = false;
    return text;
  }

  #fail(result) {
    this.#started = false;
    this.#pending = undefined;
    if (result === -1) throw new codes.ERR_STRING_TOO_LONG(native.kStringMaxLength);
    throw new codes.ERR_ENCODING_INVALID_ENCODED_DATA(this.#encoding, undefined);
  }

  get encoding() {
    TextDecoder.#check(this);
    return this.#encoding;
  }

  get fatal() {
    TextDecoder.#check(this);
    return this.#fatal;
  }

  get ignoreBOM() {
    TextDecoder.#check(this);
    return this.#ignoreBOM;
  }

  [kInspect](depth, options, inspect) {
    TextDecoder.#check(this);
    if (typeof depth === 'number' && depth < 0) return this;
    const { encoding, fatal, ignoreBOM } = this;
    return `TextDecoder ${inspect({ encoding, fatal, ignoreBOM }, options)}`;
  }
}

function expose(target, names) {
  for (const name of names) Object.defineProperty(target.prototype, name, { enumerable: true });
  Object.defineProperty(target.prototype, Symbol.toStringTag, {
    configurable: true, value: target.name,
  });
}
expose(TextEncoder, ['encoding', 'encode', 'encodeInto']);
expose(TextDecoder, ['decode', 'encoding', 'fatal', 'ignoreBOM']);

module.exports = { TextDecoder, TextEncoder };
