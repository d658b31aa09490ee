'use strict';

// Making Buffers: Buffer.from, alloc and its kin, concat.

const { codes } = require('internal/errors');
const { validateArray, validateInteger, validateNumber, validateString } =
  require('internal/validators');
const { isAnyArrayBuffer, isTypedArray, isUint8Array } = require('internal/buffer/checks');
const { lookupEncoding, utf8 } = require('internal/buffer/encodings');
const { FastBuffer, allocate, createUnsafeBuffer, writeToPool } =
  require('internal/buffer/memory');
const native = binding('buffer');
const kMaxLength = native.kMaxLength;

function validateSize(size) {
  validateNumber(size, 'size');
  if (!(size >= 0 && size <= kMaxLength)) {
    throw new codes.ERR_OUT_OF_RANGE('size', `>= 0 && <= ${kMaxLength}`, size);
  }
}

function alloc(size, fill, encoding) {
  validateSize(size);
  const buffer = new FastBuffer(size);
  if (fill !== undefined && fill !== 0 && size > 0) buffer.fill(fill, encoding);
  return buffer;
}

function allocUnsafe(size) {
  validateSize(size);
  return allocate(size);
}

function allocUnsafeSlow(size) {
  validateSize(size);
  return createUnsafeBuffer(size);
}

function fromString(string, encoding) {
  let codec = utf8;
  if (typeof encoding === 'string' && encoding.length !== 0) {
    codec = lookupEncoding(encoding);
    if (codec === undefined) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
  }
  if (string.length === 0) return new FastBuffer(0);
  return encodeString(string, codec);
}

function encodeString(string, codec) {
  const small = writeToPool(string, codec.maxLength(string), codec.write);
  if (small !== undefined) return small;
  const buffer = allocate(codec.byteLength(string));
  const written = codec.write(buffer, string, 0, buffer.length);
  // Text that is not quite hex or base64 stands for fewer bytes.
  return written === buffer.length ? buffer : new FastBuffer(buffer.buffer, buffer.byteOffset, written);
}

function fromArrayBuffer(memory, byteOffset, length) {
  byteOffset = byteOffset === undefined ? 0 : +byteOffset;
  if (byteOffset !== byteOffset) byteOffset = 0;
  const room = memory.byteLength - byteOffset;
  if (room < 0) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS('offset');
  if (length === undefined) {
    length = room;
  } else {
    length = +length;
    if (!(length > 0)) length = 0;
    if (length > room) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS('length');
  }
  return new FastBuffer(memory, byteOffset, length);
}

function fromArrayLike(list) {
  const length = list.length;
  if (!(length > 0)) return new FastBuffer(0);
  const buffer = allocate(length);
  if (isUint8Array(list)) {
    buffer.set(list);
  } else {
    for (let i = 0; i < length; i++) buffer[i] = list[i];
  }
  return buffer;
}

function fromObject(object) {
  if (object.length !== undefined || isAnyArrayBuffer(object.buffer)) {
    return typeof object.length === 'number' ? fromArrayLike(object) : new FastBuffer(0);
  }
  if (object.type === 'Buffer' && Array.isArray(object.data)) return fromArrayLike(object.data);
  return undefined;
}

function from(value, encodingOrOffset, length) {
  if (typeof value === 'string') return fromString(value, encodingOrOffset);
  if (typeof value === 'object' && value !== null) {
    if (isUint8Array(value)) return fromArrayLike(value);
    if (isAnyArrayBuffer(value)) return fromArrayBuffer(value, encodingOrOffset, length);
    const primitive = value.valueOf && value.valueOf();
    if (primitive != null && primitive !== value &&
        (typeof primitive === 'string' || typeof primitive === 'object')) {
      return from(primitive, encodingOrOffset, length);
    }
    const buffer = fromObject(value);
    if (buffer !== undefined) return buffer;
    if (typeof value[Symbol.toPrimitive] === 'function') {
      const text = value[Symbol.toPrimitive]('string');
      if (typeof text === 'string') return fromString(text, encodingOrOffset);
    }
  }
  throw new codes.ERR_INVALID_ARG_TYPE(
    'first argument', ['string', 'Buffer', 'ArrayBuffer', 'Array', 'Array-like Object'], value);
}

function of(...items) {
  const buffer = allocate(items.length);
  for (let i = 0; i < items.length; i++) buffer[i] = items[i];
  return buffer;
}

function copyBytesFrom(view, offset, length) {
  if (!isTypedArray(view)) throw new codes.ERR_INVALID_ARG_TYPE('view', ['TypedArray'], view);
  const count = view.length;
  let start = 0;
  let end = count;
  if (offset !== undefined) {
    validateInteger(offset, 'offset', 0);
    start = Math.min(offset, count);
  }
  if (length !== undefined) {
    validateInteger(length, 'length', 0);
    end = Math.min(start + length, count);
  }
  if (start >= end) return new FastBuffer(0);
  const size = view.BYTES_PER_ELEMENT;
  return fromArrayLike(
    new Uint8Array(view.buffer, view.byteOffset + start * size, (end - start) * size));
}

function concat(list, length) {
  validateArray(list, 'list');
  if (list.length === 0) return new FastBuffer(0);
  if (length === undefined) {
    length = 0;
    for (let i = 0; i < list.length; i++) {
      if (list[i].length) length += list[i].length;
    }
  } else {
    validateInteger(length, 'length', 0);
  }
  const buffer = allocate(length);
  let at = 0;
  for (let i = 0; i < list.length; i++) {
    const part = list[i];
    if (!isUint8Array(part)) {
      throw new codes.ERR_INVALID_ARG_TYPE(`list[${i}]`, ['Buffer', 'Uint8Array'], part);
    }
    const room = length - at;
    const size = part.length;
    if (size <= room) {
      buffer.set(part, at);
      at += size;
    } else {
      native.copy(part, buffer, at, 0, room);
      at = length;
    }
  }
  if (at < length) buffer.fill(0, at, length);
  return buffer;
}

function byteLength(value, encoding) {
  if (typeof value === 'string') {
    const codec = encoding ? lookupEncoding(encoding) : utf8;
    return (codec === undefined ? utf8 : codec).byteLength(value);
  }
  if (ArrayBuffer.isView(value) || isAnyArrayBuffer(value)) return value.byteLength;
  throw new codes.ERR_INVALID_ARG_TYPE('string', ['string', 'Buffer', 'ArrayBuffer'], value);
}

// What `new Buffer(x)` and Buffer(x) mean.
function construct(value, encodingOrOffset, length) {
  if (typeof value === 'number') {
    if (typeof encodingOrOffset === 'string') validateString(value, 'string');
    return alloc(value);
  }
  return from(value, encodingOrOffset, length);
}

module.exports = {
  alloc, allocUnsafe, allocUnsafeSlow, byteLength, concat, construct, copyBytesFrom, encodeString,
  from, of,
};
