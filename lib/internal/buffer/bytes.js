'use strict';

// Buffer.prototype's work on bytes: fill, copy, compare, search, swap, slice.

const { codes } = require('internal/errors');
const { validateNumber, validateString } = require('internal/validators');
const { isUint8Array, requireUint8Array } = require('internal/buffer/checks');
const { lookupEncoding, utf8 } = require('internal/buffer/encodings');
const { FastBuffer } = require('internal/buffer/memory');
const { encodeString } = require('internal/buffer/from');
const native = binding('buffer');

const fillBytes = Uint8Array.prototype.fill;
const setBytes = Uint8Array.prototype.set;

function checkOffset(value, name, max = Number.MAX_SAFE_INTEGER) {
  validateNumber(value, name);
  if (!Number.isInteger(value)) throw new codes.ERR_OUT_OF_RANGE(name, 'an integer', value);
  if (value < 0 || value > max) {
    throw new codes.ERR_OUT_OF_RANGE(name, `>= 0 && <= ${max}`, value);
  }
}

function encodePattern(value, encoding) {
  let codec = utf8;
  if (encoding !== undefined && encoding !== '') {
    codec = lookupEncoding(encoding);
    if (codec === undefined) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
  }
  return value.length === 0 ? new FastBuffer(0) : encodeString(value, codec);
}

// fill(value[, offset[, end]][, encoding])
function fill(value, offset, end, encoding) {
  if (typeof value === 'string') {
    if (offset === undefined || typeof offset === 'string') {
      encoding = offset;
      offset = undefined;
      end = undefined;
    } else if (typeof end === 'string') {
      encoding = end;
      end = undefined;
    }
    if (encoding !== undefined) validateString(encoding, 'encoding');
  }
  let pattern = value;
  if (typeof value === 'string') {
    pattern = encodePattern(value, encoding);
    if (value.length === 0) pattern = 0;
    else if (pattern.length === 1) pattern = pattern[0];
  }
  if (offset === undefined) {
    offset = 0;
    end = this.length;
  } else {
    checkOffset(offset, 'offset');
    if (end === undefined) end = this.length;
    else checkOffset(end, 'end', this.length);
    if (offset >= end) return this;
  }
  if (typeof pattern === 'object' && pattern !== null && ArrayBuffer.isView(pattern)) {
    if (pattern.byteLength === 0 && this.length > 0) {
      throw new codes.ERR_INVALID_ARG_VALUE('value', value);
    }
    native.fill(this, pattern, offset, end);
  } else {
    fillBytes.call(this, pattern >>> 0, offset, end);
  }
  return this;
}

function toInteger(value, missing) {
  value = +value;
  return value === value ? Math.trunc(value) : missing;
}

function copy(target, targetStart, sourceStart, sourceEnd) {
  if (!ArrayBuffer.isView(target)) requireUint8Array(target, 'target');
  let to = 0;
  if (targetStart !== undefined) {
    to = toInteger(targetStart, 0);
    if (to < 0) throw new codes.ERR_OUT_OF_RANGE('targetStart', '>= 0', targetStart);
  }
  let start = 0;
  if (sourceStart !== undefined) {
    start = toInteger(sourceStart, 0);
    if (start < 0 || start > this.length) {
      throw new codes.ERR_OUT_OF_RANGE('sourceStart', `>= 0 && <= ${this.length}`, sourceStart);
    }
  }
  let end = this.length;
  if (sourceEnd !== undefined) {
    end = toInteger(sourceEnd, 0);
    if (end < 0) throw new codes.ERR_OUT_OF_RANGE('sourceEnd', '>= 0', sourceEnd);
    if (end > this.length) end = this.length;
  }
  const count = Math.min(end - start, target.byteLength - to);
  if (!(count > 0)) return 0;
  // The whole of it: the engine's own copying is the fastest.
  if (count === this.length && target instanceof Uint8Array) {
    setBytes.call(target, this, to);
    return count;
  }
  native.copy(this, target, to, start, count);
  return count;
}

function equals(other) {
  requireUint8Array(other, 'otherBuffer');
  if (this === other) return true;
  if (this.byteLength !== other.byteLength) return false;
  return this.byteLength === 0 || native.compare(this, other) === 0;
}

function compareBuffers(buf1, buf2) {
  requireUint8Array(buf1, 'buf1');
  requireUint8Array(buf2, 'buf2');
  return buf1 === buf2 ? 0 : native.compare(buf1, buf2);
}

function compare(target, targetStart, targetEnd, sourceStart, sourceEnd) {
  requireUint8Array(target, 'target');
  if (arguments.length === 1) return native.compare(this, target);
  if (targetStart === undefined) targetStart = 0;
  else checkOffset(targetStart, 'targetStart');
  if (targetEnd === undefined) targetEnd = target.length;
  else checkOffset(targetEnd, 'targetEnd', target.length);
  if (sourceStart === undefined) sourceStart = 0;
  else checkOffset(sourceStart, 'sourceStart');
  if (sourceEnd === undefined) sourceEnd = this.length;
  else checkOffset(sourceEnd, 'sourceEnd', this.length);
  if (sourceStart >= sourceEnd) return targetStart >= targetEnd ? 0 : -1;
  if (targetStart >= targetEnd) return 1;
  return native.compareRange(this, sourceStart, sourceEnd, target, targetStart, targetEnd);
}

// Where a search for `size` bytes begins, -1 if it cannot succeed. Negative offsets count from the
// end; a backward search that begins beyond the end begins at the end.
function searchStart(length, size, offset, forward) {
  if (offset < 0) {
    if (offset + length >= 0) return offset + length;
    return forward || size === 0 ? 0 : -1;
  }
  if (offset + size <= length) return offset;
  if (size === 0) return length;
  return forward ? -1 : length - 1;
}

function findBytes(buffer, needle, offset, step, forward) {
  const from = searchStart(buffer.length, needle.length, offset, forward);
  if (needle.length === 0) return from;
  if (from < 0 || needle.length > buffer.length) return -1;
  return native.indexOfBytes(buffer, needle, from, step, forward);
}

function find(buffer, value, byteOffset, encoding, forward) {
  if (typeof byteOffset === 'string') {
    encoding = byteOffset;
    byteOffset = undefined;
  }
  let offset = +byteOffset;
  if (offset !== offset) offset = forward ? 0 : buffer.length;
  offset = Math.trunc(Math.max(-0x80000000, Math.min(0x7fffffff, offset)));
  if (typeof value === 'number') {
    const from = searchStart(buffer.length, 1, offset, forward);
    if (from < 0 || buffer.length === 0) return -1;
    return native.indexOfNumber(buffer, (value >>> 0) & 0xff, from, 1, forward);
  }
  const codec = encoding === undefined ? utf8 : lookupEncoding(encoding);
  if (typeof value === 'string') {
    if (codec === undefined) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
    const needle = value.length === 0 ? new FastBuffer(0) : encodeString(value, codec);
    return findBytes(buffer, needle, offset, stepOf(codec), forward);
  }
  if (isUint8Array(value)) {
    if (codec === undefined) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
    return findBytes(buffer, value, offset, stepOf(codec), forward);
  }
  throw new codes.ERR_INVALID_ARG_TYPE('value', ['number', 'string', 'Buffer', 'Uint8Array'], value);
}

function stepOf(codec) {
  return codec.encoding === 'ucs2' || codec.encoding === 'utf16le' ? 2 : 1;
}

function indexOf(value, byteOffset, encoding) {
  return find(this, value, byteOffset, encoding, true);
}

function lastIndexOf(value, byteOffset, encoding) {
  return find(this, value, byteOffset, encoding, false);
}

function includes(value, byteOffset, encoding) {
  return find(this, value, byteOffset, encoding, true) !== -1;
}

function swapper(bits) {
  const width = bits / 8;
  return function() {
    if (this.length % width !== 0) throw new codes.ERR_INVALID_BUFFER_SIZE(`${bits}-bits`);
    native.swap(this, width);
    return this;
  };
}

function clampIndex(value, length) {
  if ((value | 0) !== value) value = Math.trunc(+value) || 0;
  if (value < 0) return value + length < 0 ? 0 : value + length;
  return value > length ? length : value;
}

function subarray(start, end) {
  const length = this.length;
  const from = clampIndex(start, length);
  const to = end === undefined ? length : clampIndex(end, length);
  return new FastBuffer(this.buffer, this.byteOffset + from, to > from ? to - from : 0);
}

function slice(start, end) {
  return this.subarray(start, end);
}

function toJSON() {
  if (this.length === 0) return { type: 'Buffer', data: [] };
  return { type: 'Buffer', data: Array.prototype.slice.call(this) };
}

function addByteMethods(prototype) {
  Object.assign(prototype, {
    copy, equals, compare, indexOf, lastIndexOf, includes, fill, toJSON, subarray, slice,
    swap16: swapper(16), swap32: swapper(32), swap64: swapper(64),
  });
}

module.exports = { addByteMethods, compareBuffers };
