'use strict';

// Decodes bytes that arrive in pieces: a character that is cut by the end of a piece waits for the
// next one. Encodings of one byte a character pass through.

const { codes } = require('internal/errors');
const { lookupEncoding, normalizeEncoding } = require('internal/buffer/encodings');
const { FastBuffer } = require('internal/buffer/memory');

const kPending = Symbol('kPending');    // up to 4 bytes of the cut character
const kBuffered = Symbol('kBuffered');  // how many there are
const kMissing = Symbol('kMissing');    // how many more complete it
const kCodec = Symbol('kCodec');
const kSplit = Symbol('kSplit');        // what to keep back of a piece; undefined: nothing ever

// A plain function, as old code calls it on an object of its own.
function StringDecoder(encoding) {
  this.encoding = normalizeEncoding(encoding);
  if (this.encoding === undefined) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
  this[kCodec] = lookupEncoding(this.encoding);
  this[kSplit] = splitters[this.encoding];
  this[kPending] = undefined;
  this[kBuffered] = 0;
  this[kMissing] = 0;
}

// Each returns how many bytes at the end of `bytes` belong to a cut character and sets kMissing.
const splitters = {
  __proto__: null,
  utf8(decoder, bytes) {
    let i = bytes.length - 1;
    if (bytes[i] < 0x80) return 0;
    for (let kept = 1; kept <= 3 && i >= 0; kept++, i--) {
      const byte = bytes[i];
      if ((byte & 0xc0) === 0x80) continue;
      const size = byte >= 0xf8 ? 0 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      if (byte < 0x80 || kept >= size) return 0;
      decoder[kMissing] = size - kept;
      return kept;
    }
    return 0;
  },
  utf16le(decoder, bytes) {
    if (bytes.length % 2 === 1) {
      decoder[kMissing] = 1;
      return 1;
    }
    if ((bytes[bytes.length - 1] & 0xfc) !== 0xd8) return 0;
    decoder[kMissing] = 2;
    return 2;
  },
  base64: splitBase64,
  base64url: splitBase64,
};

function splitBase64(decoder, bytes) {
  const kept = bytes.length % 3;
  if (kept !== 0) decoder[kMissing] = 3 - kept;
  return kept;
}

function toBytes(buf) {
  if (!ArrayBuffer.isView(buf)) {
    throw new codes.ERR_INVALID_ARG_TYPE('buf', ['Buffer', 'TypedArray', 'DataView'], buf);
  }
  return buf instanceof Uint8Array ? buf : new Uint8Array(buf.buffer, buf.byteOffset, buf.byteLength);
}

function decode(decoder, bytes, start, end) {
  const text = decoder[kCodec].slice(bytes, start, end);
  if (text === -1) throw new codes.ERR_STRING_TOO_LONG(binding('buffer').kStringMaxLength);
  return text;
}

StringDecoder.prototype.write = function write(buf) {
  if (typeof buf === 'string') return buf;
  const bytes = toBytes(buf);
  if (this[kSplit] === undefined || bytes.length === 0) return decode(this, bytes, 0, bytes.length);
  let start = 0;
  let text = '';
  if (this[kMissing] > 0) {
    start = completePending(this, bytes);
    if (this[kMissing] > 0) return '';
    text = flushPending(this);
    if (start === bytes.length) return text;
  }
  const rest = start === 0 ? bytes : bytes.subarray(start);
  const kept = this[kSplit](this, rest);
  if (kept > 0) keep(this, rest.subarray(rest.length - kept), 0);
  const body = decode(this, rest, 0, rest.length - kept);
  return text === '' ? body : text + body;
};

function keep(decoder, bytes, at) {
  decoder[kPending] ??= new FastBuffer(4);
  decoder[kPending].set(bytes, at);
  decoder[kBuffered] = at + bytes.length;
}

// Moves bytes that complete the cut character; returns how many.
function completePending(decoder, bytes) {
  let take = Math.min(decoder[kMissing], bytes.length);
  let missing = decoder[kMissing] - take;
  if (decoder.encoding === 'utf8') {
    for (let i = 0; i < take; i++) {
      if ((bytes[i] & 0xc0) === 0x80) continue;
      // The character ends here, invalid; this byte begins another one.
      take = i;
      missing = 0;
    }
  }
  keep(decoder, bytes.subarray(0, take), decoder[kBuffered]);
  decoder[kMissing] = missing;
  return take;
}

function flushPending(decoder) {
  const pending = decoder[kPending];
  const buffered = decoder[kBuffered];
  decoder[kBuffered] = 0;
  return decode(decoder, pending, 0, buffered);
}

StringDecoder.prototype.end = function end(buf) {
  const text = buf === undefined ? '' : this.write(buf);
  const buffered = this[kBuffered];
  if (buffered === 0) return text;
  this[kBuffered] = 0;
  this[kMissing] = 0;
  const whole = this.encoding === 'utf16le' ? buffered & ~1 : buffered;
  return text + decode(this, this[kPending], 0, whole);
};

// Forgets what came before.
StringDecoder.prototype.text = function text(buf, offset) {
  this[kMissing] = 0;
  this[kBuffered] = 0;
  return this.write(buf.slice(offset));
};

for (const [name, get] of Object.entries({
  lastChar() { return this[kPending] ??= new FastBuffer(4); },
  lastNeed() { return this[kMissing]; },
  lastTotal() { return this[kBuffered] + this[kMissing]; },
})) {
  Object.defineProperty(StringDecoder.prototype, name, { configurable: true, enumerable: true, get });
}

module.exports = { StringDecoder };
