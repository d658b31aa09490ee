'use strict';

// The arguments of file-system functions other than paths: options, flags, modes, times, positions.

const { AbortError, codes } = require('internal/errors');
const {
  parseFileMode, validateAbortSignal, validateInteger, validateInt32, validateOneOf,
} = require('internal/validators');
const { constants } = binding('fs');

const { O_APPEND, O_CREAT, O_EXCL, O_RDONLY, O_RDWR, O_SYNC, O_TRUNC, O_WRONLY } = constants;

const kReadChunk = 512 * 1024;
const kMaxIo = 2 ** 31 - 1;

function assertEncoding(encoding) {
  if (encoding && !Buffer.isEncoding(encoding)) {
    throw new codes.ERR_INVALID_ARG_VALUE('encoding', encoding, 'is invalid encoding');
  }
}

// Options are an object, an encoding, or left out (also where a callback stands in their place).
function getOptions(options, defaults = {}) {
  if (options === undefined || options === null || typeof options === 'function') return defaults;
  if (typeof options === 'string') {
    options = { ...defaults, encoding: options };
  } else if (typeof options !== 'object') {
    throw new codes.ERR_INVALID_ARG_TYPE('options', ['string', 'Object'], options);
  }
  if (options.encoding !== 'buffer') assertEncoding(options.encoding);
  if (options.signal !== undefined) validateAbortSignal(options.signal, 'options.signal');
  return options;
}

const kFlags = {
  '__proto__': null,
  'r': O_RDONLY,
  'rs': O_RDONLY | O_SYNC,
  'sr': O_RDONLY | O_SYNC,
  'r+': O_RDWR,
  'rs+': O_RDWR | O_SYNC,
  'sr+': O_RDWR | O_SYNC,
  'w': O_TRUNC | O_CREAT | O_WRONLY,
  'wx': O_TRUNC | O_CREAT | O_WRONLY | O_EXCL,
  'xw': O_TRUNC | O_CREAT | O_WRONLY | O_EXCL,
  'w+': O_TRUNC | O_CREAT | O_RDWR,
  'wx+': O_TRUNC | O_CREAT | O_RDWR | O_EXCL,
  'xw+': O_TRUNC | O_CREAT | O_RDWR | O_EXCL,
  'a': O_APPEND | O_CREAT | O_WRONLY,
  'ax': O_APPEND | O_CREAT | O_WRONLY | O_EXCL,
  'xa': O_APPEND | O_CREAT | O_WRONLY | O_EXCL,
  'as': O_APPEND | O_CREAT | O_WRONLY | O_SYNC,
  'sa': O_APPEND | O_CREAT | O_WRONLY | O_SYNC,
  'a+': O_APPEND | O_CREAT | O_RDWR,
  'ax+': O_APPEND | O_CREAT | O_RDWR | O_EXCL,
  'xa+': O_APPEND | O_CREAT | O_RDWR | O_EXCL,
  'as+': O_APPEND | O_CREAT | O_RDWR | O_SYNC,
  'sa+': O_APPEND | O_CREAT | O_RDWR | O_SYNC,
};

function parseFlags(flags, name = 'flags') {
  if (typeof flags === 'number') {
    validateInt32(flags, name);
    return flags;
  }
  if (flags === undefined || flags === null) return O_RDONLY;
  const value = typeof flags === 'string' ? kFlags[flags] : undefined;
  if (value === undefined) throw new codes.ERR_INVALID_ARG_VALUE(name, flags);
  return value;
}

// access and copyFile share three bits of mode and two odd messages.
function parseThreeBits(mode) {
  if (mode === undefined || mode === null) return 0;
  let error;
  if (typeof mode !== 'number' || mode !== (mode | 0)) {
    error = new TypeError('mode must be int32 or null/undefined');
    error.code = 'ERR_INVALID_ARG_TYPE';
  } else if (mode < 0 || mode > 7) {
    error = new RangeError('mode is out of range: >= 0 && <= 7');
    error.code = 'ERR_OUT_OF_RANGE';
  }
  if (error) throw error;
  return mode;
}

function parseId(id, name) {
  validateInteger(id, name, -1, 4294967295);
  return id;
}

// Seconds since 1970.
function toUnixTimestamp(time, name = 'time') {
  if (typeof time === 'string' && +time == time) return +time;  // eslint-disable-line eqeqeq
  if (Number.isFinite(time)) return time < 0 ? Date.now() / 1000 : time;
  if (time instanceof Date) return time.getTime() / 1000;
  throw new codes.ERR_INVALID_ARG_TYPE(name, ['Date', 'Time in seconds'], time);
}

function parseLength(length) {
  validateInteger(length, 'len');
  return Math.max(0, length);
}

// A symlink's type matters on Windows only, but is checked everywhere.
function checkLinkType(type) {
  validateOneOf(type, 'type', ['dir', 'file', 'junction', null, undefined]);
}

// The part of a view to read into or to write from.
function checkRange(offset, length, byteLength) {
  if (length < 0) throw new codes.ERR_OUT_OF_RANGE('length', '>= 0', length);
  if (length > byteLength - offset) {
    throw new codes.ERR_OUT_OF_RANGE('length', `<= ${byteLength - offset}`, length);
  }
}

function checkWriteRange(offset, length, byteLength) {
  if (offset > byteLength) throw new codes.ERR_OUT_OF_RANGE('offset', `<= ${byteLength}`, offset);
  if (length > byteLength - offset) {
    throw new codes.ERR_OUT_OF_RANGE('length', `<= ${byteLength - offset}`, length);
  }
  if (length < 0) throw new codes.ERR_OUT_OF_RANGE('length', '>= 0', length);
  validateInt32(length, 'length', 0);
}

// Where to read: -1 is the descriptor's own position.
function parseReadPosition(position, length) {
  if (position === undefined || position === null) return -1;
  if (typeof position === 'number') {
    validateInteger(position, 'position', -1);
    return position;
  }
  if (typeof position !== 'bigint') {
    throw new codes.ERR_INVALID_ARG_TYPE('position', ['bigint', 'integer'], position);
  }
  const max = 2n ** 63n - 1n - BigInt(length);
  if (position < -1n || position > max) {
    throw new codes.ERR_OUT_OF_RANGE('position', `>= -1 && <= ${max}`, position);
  }
  return position;
}

function checkAborted(signal) {
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
}

function views(buffers, name = 'buffers') {
  if (!Array.isArray(buffers) || !buffers.every(ArrayBuffer.isView)) {
    throw new codes.ERR_INVALID_ARG_TYPE(name, 'ArrayBufferView[]', buffers);
  }
  return buffers;
}

// What may be written as it is: a string or a view.
function checkWritable(data, name) {
  if (typeof data === 'string' || ArrayBuffer.isView(data)) return data;
  throw new codes.ERR_INVALID_ARG_TYPE(name, ['string', 'Buffer', 'TypedArray', 'DataView'], data);
}

module.exports = {
  checkAborted,
  checkLinkType,
  checkRange,
  checkWritable,
  checkWriteRange,
  getOptions,
  kMaxIo,
  kReadChunk,
  parseFileMode,
  parseFlags,
  parseId,
  parseLength,
  parseReadPosition,
  parseThreeBits,
  toUnixTimestamp,
  views,
};
