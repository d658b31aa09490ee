'use strict';

// Buffer.prototype's strings: toString, write, and the xxxSlice and xxxWrite methods of each
// encoding that fast packages call.

const { codes } = require('internal/errors');
const { lookupEncoding, utf8 } = require('internal/buffer/encodings');
const native = binding('buffer');

function failTooLong() {
  throw new codes.ERR_STRING_TOO_LONG(native.kStringMaxLength);
}

function toString(encoding, start, end) {
  if (arguments.length === 0) {
    const whole = native.utf8Slice(this);
    return whole === -1 ? failTooLong() : whole;
  }
  const length = this.length;
  if (!(start > 0)) start = 0;
  else if (start >= length) return '';
  else start = Math.trunc(start);
  if (end === undefined || end > length) end = length;
  else end = Math.trunc(end) || 0;
  if (end <= start) return '';
  let codec = utf8;
  if (encoding !== undefined) {
    codec = lookupEncoding(encoding);
    if (codec === undefined) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
  }
  const text = codec.slice(this, start, end);
  return text === -1 ? failTooLong() : text;
}

function requireString(string) {
  if (typeof string !== 'string') {
    const error = new TypeError('argument must be a string');
    error.code = 'ERR_INVALID_ARG_TYPE';
    throw error;
  }
}

// write(string), write(string, encoding), write(string, offset[, length][, encoding])
function write(string, offset, length, encoding) {
  requireString(string);
  if (offset === undefined) return native.utf8Write(this, string, 0, this.length);
  if (length === undefined && typeof offset === 'string') {
    encoding = offset;
    length = this.length;
    offset = 0;
  } else {
    checkRange(offset, 'offset', this.length);
    const room = this.length - offset;
    if (length === undefined) {
      length = room;
    } else if (typeof length === 'string') {
      encoding = length;
      length = room;
    } else {
      checkRange(length, 'length', this.length);
      if (length > room) length = room;
    }
  }
  let codec = utf8;
  if (encoding) {
    codec = lookupEncoding(encoding);
    if (codec === undefined) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
  }
  return codec.write(this, string, offset, length);
}

function checkRange(value, name, max) {
  if (typeof value !== 'number') throw new codes.ERR_INVALID_ARG_TYPE(name, 'number', value);
  if (!Number.isInteger(value)) throw new codes.ERR_OUT_OF_RANGE(name, 'an integer', value);
  if (value < 0 || value > max) {
    throw new codes.ERR_OUT_OF_RANGE(name, `>= 0 && <= ${max}`, value);
  }
}

function makeSlice(slice) {
  return function(start, end) {
    start = start === undefined ? 0 : Math.trunc(start) || 0;
    end = end === undefined ? this.length : Math.trunc(end) || 0;
    if (start < 0 || end < 0 || end > this.length) {
      const error = new RangeError('Index out of range');
      error.code = 'ERR_OUT_OF_RANGE';
      throw error;
    }
    const text = slice(this, start, end);
    return text === -1 ? failTooLong() : text;
  };
}

function makeWrite(writeText) {
  return function(string, offset = 0, length = this.byteLength - offset) {
    requireString(string);
    if (offset < 0 || offset > this.byteLength) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS('offset');
    if (length < 0 || length > this.byteLength - offset) {
      throw new codes.ERR_BUFFER_OUT_OF_BOUNDS('length');
    }
    return writeText(this, string, offset, length);
  };
}

function define(prototype, name, method) {
  Object.defineProperty(method, 'name', { value: name, configurable: true });
  prototype[name] = method;
}

function addTextMethods(prototype) {
  prototype.toString = toString;
  prototype.toLocaleString = toString;
  prototype.write = write;
  for (const name of ['ascii', 'base64', 'base64url', 'latin1', 'hex', 'ucs2', 'utf8']) {
    const codec = lookupEncoding(name);
    define(prototype, `${name}Slice`, makeSlice(codec.slice));
    define(prototype, `${name}Write`, makeWrite(codec.write));
  }
}

// For atob and btoa.
function invalidCharacter(message) {
  const DOMException = require('internal/util').lazyDOMExceptionClass();
  return new DOMException(message, 'InvalidCharacterError');
}

function btoa(input) {
  if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('input');
  const text = native.btoa(`${input}`);
  if (text === -1) throw invalidCharacter('Invalid character');
  return text;
}

function atob(input) {
  if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('input');
  const text = native.atob(`${input}`);
  if (text === -1) throw invalidCharacter('Invalid character');
  if (text === -2) throw invalidCharacter('The string to be decoded is not correctly encoded.');
  return text;
}

const transcodable = new Set(['utf8', 'ucs2', 'utf16le', 'latin1', 'ascii']);

// Characters that the target encoding lacks become '?'.
function transcode(source, fromEncoding, toEncoding) {
  require('internal/buffer/checks').requireUint8Array(source, 'source');
  const { allocate } = require('internal/buffer/memory');
  if (source.length === 0) return allocate(0);
  const from = lookupEncoding(fromEncoding);
  const to = lookupEncoding(toEncoding);
  if (!transcodable.has(from?.encoding) || !transcodable.has(to?.encoding)) {
    const error = new Error('Unable to transcode Buffer [U_ILLEGAL_ARGUMENT_ERROR]');
    error.code = 'U_ILLEGAL_ARGUMENT_ERROR';
    error.errno = 1;
    throw error;
  }
  let text = from.encoding === 'ascii' ?
    native.latin1Slice(source).replace(/[^\0-\x7f]/g, '\ufffd') : from.slice(source);
  if (to.encoding === 'latin1') text = text.replace(/[^\0-\xff]/gu, '?');
  if (to.encoding === 'ascii') text = text.replace(/[^\0-\x7f]/gu, '?');
  return require('internal/buffer/from').encodeString(text, to);
}

module.exports = { addTextMethods, atob, btoa, transcode };
