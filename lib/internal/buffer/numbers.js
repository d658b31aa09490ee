'use strict';

// The number readers and writers of Buffer.prototype. Bytes are put together by hand, as that
// compiles to plain loads; floats and 64-bit integers go through one shared scratch word. A missing
// byte reads as undefined, which is how a bad offset is noticed; only then it is looked at closely.

const { codes } = require('internal/errors');
const { validateNumber } = require('internal/validators');

const float32 = new Float32Array(1);
const float32Bytes = new Uint8Array(float32.buffer);
const float64 = new Float64Array(1);
const float64Bytes = new Uint8Array(float64.buffer);
const int64 = new BigInt64Array(float64.buffer);
const uint64 = new BigUint64Array(float64.buffer);

// Throws for an access to `size` bytes at `offset`; `name` is the argument that is to blame.
function failOffset(buffer, offset, size) {
  failBounds(offset, buffer.length - size);
}

function failBounds(value, last, name = 'offset') {
  validateNumber(value, name);
  if (Math.floor(value) !== value) throw new codes.ERR_OUT_OF_RANGE(name, 'an integer', value);
  if (last < 0) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS();
  const least = name === 'offset' ? 0 : 1;
  throw new codes.ERR_OUT_OF_RANGE(name, `>= ${least} and <= ${last}`, value);
}

function failValue(value, min, max, size) {
  const n = typeof value === 'bigint' ? 'n' : '';
  let range;
  if (size > 4) {
    const bits = size * 8;
    range = min === 0 || min === 0n ?
      `>= 0${n} and < 2${n} ** ${bits}${n}` :
      `>= -(2${n} ** ${bits - 1}${n}) and < 2${n} ** ${bits - 1}${n}`;
  } else {
    range = `>= ${min}${n} and <= ${max}${n}`;
  }
  throw new codes.ERR_OUT_OF_RANGE('value', range, value);
}

function readUInt8(offset = 0) {
  validateNumber(offset, 'offset');
  const value = this[offset];
  if (value === undefined) failOffset(this, offset, 1);
  return value;
}

function readInt8(offset = 0) {
  validateNumber(offset, 'offset');
  const value = this[offset];
  if (value === undefined) failOffset(this, offset, 1);
  return value << 24 >> 24;
}

function readUInt16LE(offset = 0) {
  const first = this[offset];
  const last = this[offset + 1];
  if (first === undefined || last === undefined) failOffset(this, offset, 2);
  return first | last << 8;
}

function readUInt24LE(offset = 0) {
  const first = this[offset];
  const last = this[offset + 2];
  if (first === undefined || last === undefined) failOffset(this, offset, 3);
  return first | this[offset + 1] << 8 | last << 16;
}

function readUInt32LE(offset = 0) {
  const first = this[offset];
  const last = this[offset + 3];
  if (first === undefined || last === undefined) failOffset(this, offset, 4);
  return (first | this[offset + 1] << 8 | this[offset + 2] << 16 | last << 24) >>> 0;
}

function readUInt40LE(offset = 0) {
  const first = this[offset];
  const last = this[offset + 4];
  if (first === undefined || last === undefined) failOffset(this, offset, 5);
  return last * 0x100000000 + ((first | this[offset + 1] << 8 | this[offset + 2] << 16 | this[offset + 3] << 24) >>> 0);
}

function readUInt48LE(offset = 0) {
  const first = this[offset];
  const last = this[offset + 5];
  if (first === undefined || last === undefined) failOffset(this, offset, 6);
  return (this[offset + 4] | last << 8) * 0x100000000 + ((first | this[offset + 1] << 8 | this[offset + 2] << 16 | this[offset + 3] << 24) >>> 0);
}

function readUInt16BE(offset = 0) {
  const first = this[offset];
  const last = this[offset + 1];
  if (first === undefined || last === undefined) failOffset(this, offset, 2);
  return last | first << 8;
}

function readUInt24BE(offset = 0) {
  const first = this[offset];
  const last = this[offset + 2];
  if (first === undefined || last === undefined) failOffset(this, offset, 3);
  return last | this[offset + 1] << 8 | first << 16;
}

function readUInt32BE(offset = 0) {
  const first = this[offset];
  const last = this[offset + 3];
  if (first === undefined || last === undefined) failOffset(this, offset, 4);
  return (last | this[offset + 2] << 8 | this[offset + 1] << 16 | first << 24) >>> 0;
}

function readUInt40BE(offset = 0) {
  const first = this[offset];
  const last = this[offset + 4];
  if (first === undefined || last === undefined) failOffset(this, offset, 5);
  return first * 0x100000000 + ((last | this[offset + 3] << 8 | this[offset + 2] << 16 | this[offset + 1] << 24) >>> 0);
}

function readUInt48BE(offset = 0) {
  const first = this[offset];
  const last = this[offset + 5];
  if (first === undefined || last === undefined) failOffset(this, offset, 6);
  return (this[offset + 1] | first << 8) * 0x100000000 + ((last | this[offset + 4] << 8 | this[offset + 3] << 16 | this[offset + 2] << 24) >>> 0);
}

function readInt16LE(offset = 0) {
  const first = this[offset];
  const last = this[offset + 1];
  if (first === undefined || last === undefined) failOffset(this, offset, 2);
  return (first | last << 8) << 16 >> 16;
}

function readInt24LE(offset = 0) {
  const first = this[offset];
  const last = this[offset + 2];
  if (first === undefined || last === undefined) failOffset(this, offset, 3);
  return (first | this[offset + 1] << 8 | last << 16) << 8 >> 8;
}

function readInt32LE(offset = 0) {
  const first = this[offset];
  const last = this[offset + 3];
  if (first === undefined || last === undefined) failOffset(this, offset, 4);
  return first | this[offset + 1] << 8 | this[offset + 2] << 16 | last << 24;
}

function readInt40LE(offset = 0) {
  const first = this[offset];
  const last = this[offset + 4];
  if (first === undefined || last === undefined) failOffset(this, offset, 5);
  return (last << 24 >> 24) * 0x100000000 + ((first | this[offset + 1] << 8 | this[offset + 2] << 16 | this[offset + 3] << 24) >>> 0);
}

function readInt48LE(offset = 0) {
  const first = this[offset];
  const last = this[offset + 5];
  if (first === undefined || last === undefined) failOffset(this, offset, 6);
  return ((this[offset + 4] | last << 8) << 16 >> 16) * 0x100000000 + ((first | this[offset + 1] << 8 | this[offset + 2] << 16 | this[offset + 3] << 24) >>> 0);
}

function readInt16BE(offset = 0) {
  const first = this[offset];
  const last = this[offset + 1];
  if (first === undefined || last === undefined) failOffset(this, offset, 2);
  return (last | first << 8) << 16 >> 16;
}

function readInt24BE(offset = 0) {
  const first = this[offset];
  const last = this[offset + 2];
  if (first === undefined || last === undefined) failOffset(this, offset, 3);
  return (last | this[offset + 1] << 8 | first << 16) << 8 >> 8;
}

function readInt32BE(offset = 0) {
  const first = this[offset];
  const last = this[offset + 3];
  if (first === undefined || last === undefined) failOffset(this, offset, 4);
  return last | this[offset + 2] << 8 | this[offset + 1] << 16 | first << 24;
}

function readInt40BE(offset = 0) {
  const first = this[offset];
  const last = this[offset + 4];
  if (first === undefined || last === undefined) failOffset(this, offset, 5);
  return (first << 24 >> 24) * 0x100000000 + ((last | this[offset + 3] << 8 | this[offset + 2] << 16 | this[offset + 1] << 24) >>> 0);
}

function readInt48BE(offset = 0) {
  const first = this[offset];
  const last = this[offset + 5];
  if (first === undefined || last === undefined) failOffset(this, offset, 6);
  return ((this[offset + 1] | first << 8) << 16 >> 16) * 0x100000000 + ((last | this[offset + 4] << 8 | this[offset + 3] << 16 | this[offset + 2] << 24) >>> 0);
}

function readUIntLE(offset, byteLength) {
  if (offset === undefined) throw new codes.ERR_INVALID_ARG_TYPE('offset', 'number', offset);
  switch (byteLength) {
    case 6: return readUInt48LE.call(this, offset);
    case 5: return readUInt40LE.call(this, offset);
    case 4: return readUInt32LE.call(this, offset);
    case 3: return readUInt24LE.call(this, offset);
    case 2: return readUInt16LE.call(this, offset);
    case 1: return readUInt8.call(this, offset);
  }
  failBounds(byteLength, 6, 'byteLength');
}

function readUIntBE(offset, byteLength) {
  if (offset === undefined) throw new codes.ERR_INVALID_ARG_TYPE('offset', 'number', offset);
  switch (byteLength) {
    case 6: return readUInt48BE.call(this, offset);
    case 5: return readUInt40BE.call(this, offset);
    case 4: return readUInt32BE.call(this, offset);
    case 3: return readUInt24BE.call(this, offset);
    case 2: return readUInt16BE.call(this, offset);
    case 1: return readUInt8.call(this, offset);
  }
  failBounds(byteLength, 6, 'byteLength');
}

function readIntLE(offset, byteLength) {
  if (offset === undefined) throw new codes.ERR_INVALID_ARG_TYPE('offset', 'number', offset);
  switch (byteLength) {
    case 6: return readInt48LE.call(this, offset);
    case 5: return readInt40LE.call(this, offset);
    case 4: return readInt32LE.call(this, offset);
    case 3: return readInt24LE.call(this, offset);
    case 2: return readInt16LE.call(this, offset);
    case 1: return readInt8.call(this, offset);
  }
  failBounds(byteLength, 6, 'byteLength');
}

function readIntBE(offset, byteLength) {
  if (offset === undefined) throw new codes.ERR_INVALID_ARG_TYPE('offset', 'number', offset);
  switch (byteLength) {
    case 6: return readInt48BE.call(this, offset);
    case 5: return readInt40BE.call(this, offset);
    case 4: return readInt32BE.call(this, offset);
    case 3: return readInt24BE.call(this, offset);
    case 2: return readInt16BE.call(this, offset);
    case 1: return readInt8.call(this, offset);
  }
  failBounds(byteLength, 6, 'byteLength');
}

function readBigInt64LE(offset = 0) {
  loadWord(this, offset);
  return int64[0];
}

function readBigUInt64LE(offset = 0) {
  loadWord(this, offset);
  return uint64[0];
}

function readDoubleLE(offset = 0) {
  loadWord(this, offset);
  return float64[0];
}

function readBigInt64BE(offset = 0) {
  loadWordSwapped(this, offset);
  return int64[0];
}

function readBigUInt64BE(offset = 0) {
  loadWordSwapped(this, offset);
  return uint64[0];
}

function readDoubleBE(offset = 0) {
  loadWordSwapped(this, offset);
  return float64[0];
}

function loadWord(buffer, offset) {
  const first = buffer[offset];
  const last = buffer[offset + 7];
  if (first === undefined || last === undefined) failOffset(buffer, offset, 8);
  float64Bytes[0] = first;
  float64Bytes[1] = buffer[offset + 1];
  float64Bytes[2] = buffer[offset + 2];
  float64Bytes[3] = buffer[offset + 3];
  float64Bytes[4] = buffer[offset + 4];
  float64Bytes[5] = buffer[offset + 5];
  float64Bytes[6] = buffer[offset + 6];
  float64Bytes[7] = last;
}

function loadWordSwapped(buffer, offset) {
  const first = buffer[offset];
  const last = buffer[offset + 7];
  if (first === undefined || last === undefined) failOffset(buffer, offset, 8);
  float64Bytes[7] = first;
  float64Bytes[6] = buffer[offset + 1];
  float64Bytes[5] = buffer[offset + 2];
  float64Bytes[4] = buffer[offset + 3];
  float64Bytes[3] = buffer[offset + 4];
  float64Bytes[2] = buffer[offset + 5];
  float64Bytes[1] = buffer[offset + 6];
  float64Bytes[0] = last;
}

function loadSingle(buffer, offset) {
  const first = buffer[offset];
  const last = buffer[offset + 3];
  if (first === undefined || last === undefined) failOffset(buffer, offset, 4);
  float32Bytes[0] = first;
  float32Bytes[1] = buffer[offset + 1];
  float32Bytes[2] = buffer[offset + 2];
  float32Bytes[3] = last;
}

function loadSingleSwapped(buffer, offset) {
  const first = buffer[offset];
  const last = buffer[offset + 3];
  if (first === undefined || last === undefined) failOffset(buffer, offset, 4);
  float32Bytes[3] = first;
  float32Bytes[2] = buffer[offset + 1];
  float32Bytes[1] = buffer[offset + 2];
  float32Bytes[0] = last;
}

function readFloatLE(offset = 0) {
  loadSingle(this, offset);
  return float32[0];
}

function readFloatBE(offset = 0) {
  loadSingleSwapped(this, offset);
  return float32[0];
}

// ---- writers

function writeUInt8(value, offset = 0) {
  return writeByte(this, value, offset, 0, 0xff);
}

function writeInt8(value, offset = 0) {
  return writeByte(this, value, offset, -0x80, 0x7f);
}

function writeByte(buffer, value, offset, min, max) {
  value = +value;
  validateNumber(offset, 'offset');
  if (value > max || value < min) failValue(value, min, max, 1);
  if (buffer[offset] === undefined) failOffset(buffer, offset, 1);
  buffer[offset] = value;
  return offset + 1;
}

// `high` and `low` 32 bits of a number: bit operations work modulo 2 ** 32, also for negative ones.
function writeIntegerLE(buffer, value, offset, min, max, size) {
  value = +value;
  if (value > max || value < min) failValue(value, min, max, size);
  checkSpace(buffer, offset, size);
  let rest = value;
  for (let i = 0; i < size; i++) {
    if (i === 4) rest = Math.floor(value / 0x100000000);
    buffer[offset + i] = rest;
    rest = rest >>> 8;
  }
  return offset + size;
}

function writeIntegerBE(buffer, value, offset, min, max, size) {
  value = +value;
  if (value > max || value < min) failValue(value, min, max, size);
  checkSpace(buffer, offset, size);
  let rest = value;
  for (let i = 0; i < size; i++) {
    if (i === 4) rest = Math.floor(value / 0x100000000);
    buffer[offset + size - 1 - i] = rest;
    rest = rest >>> 8;
  }
  return offset + size;
}

function checkSpace(buffer, offset, size) {
  if (buffer[offset] === undefined || buffer[offset + size - 1] === undefined ||
      typeof offset !== 'number') {
    failOffset(buffer, offset, size);
  }
}

function writeUInt16LE(value, offset = 0) {
  value = +value;
  if (value > 0xffff || value < 0) failValue(value, 0, 0xffff, 2);
  if (this[offset] === undefined || this[offset + 1] === undefined) {
    failOffset(this, offset, 2);
  }
  this[offset] = value;
  this[offset + 1] = value >>> 8;
  return offset + 2;
}

function writeUInt16BE(value, offset = 0) {
  value = +value;
  if (value > 0xffff || value < 0) failValue(value, 0, 0xffff, 2);
  if (this[offset] === undefined || this[offset + 1] === undefined) {
    failOffset(this, offset, 2);
  }
  this[offset] = value >>> 8;
  this[offset + 1] = value;
  return offset + 2;
}

function writeUInt32LE(value, offset = 0) {
  value = +value;
  if (value > 0xffffffff || value < 0) failValue(value, 0, 0xffffffff, 4);
  if (this[offset] === undefined || this[offset + 3] === undefined) {
    failOffset(this, offset, 4);
  }
  this[offset] = value;
  this[offset + 1] = value >>> 8;
  this[offset + 2] = value >>> 16;
  this[offset + 3] = value >>> 24;
  return offset + 4;
}

function writeUInt32BE(value, offset = 0) {
  value = +value;
  if (value > 0xffffffff || value < 0) failValue(value, 0, 0xffffffff, 4);
  if (this[offset] === undefined || this[offset + 3] === undefined) {
    failOffset(this, offset, 4);
  }
  this[offset] = value >>> 24;
  this[offset + 1] = value >>> 16;
  this[offset + 2] = value >>> 8;
  this[offset + 3] = value;
  return offset + 4;
}

function writeInt16LE(value, offset = 0) {
  value = +value;
  if (value > 0x7fff || value < -0x8000) failValue(value, -0x8000, 0x7fff, 2);
  if (this[offset] === undefined || this[offset + 1] === undefined) {
    failOffset(this, offset, 2);
  }
  this[offset] = value;
  this[offset + 1] = value >>> 8;
  return offset + 2;
}

function writeInt16BE(value, offset = 0) {
  value = +value;
  if (value > 0x7fff || value < -0x8000) failValue(value, -0x8000, 0x7fff, 2);
  if (this[offset] === undefined || this[offset + 1] === undefined) {
    failOffset(this, offset, 2);
  }
  this[offset] = value >>> 8;
  this[offset + 1] = value;
  return offset + 2;
}

function writeInt32LE(value, offset = 0) {
  value = +value;
  if (value > 0x7fffffff || value < -0x80000000) failValue(value, -0x80000000, 0x7fffffff, 4);
  if (this[offset] === undefined || this[offset + 3] === undefined) {
    failOffset(this, offset, 4);
  }
  this[offset] = value;
  this[offset + 1] = value >>> 8;
  this[offset + 2] = value >>> 16;
  this[offset + 3] = value >>> 24;
  return offset + 4;
}

function writeInt32BE(value, offset = 0) {
  value = +value;
  if (value > 0x7fffffff || value < -0x80000000) failValue(value, -0x80000000, 0x7fffffff, 4);
  if (this[offset] === undefined || this[offset + 3] === undefined) {
    failOffset(this, offset, 4);
  }
  this[offset] = value >>> 24;
  this[offset + 1] = value >>> 16;
  this[offset + 2] = value >>> 8;
  this[offset + 3] = value;
  return offset + 4;
}

function writeUIntLE(value, offset, byteLength) {
  switch (byteLength) {
    case 6: return writeIntegerLE(this, value, offset, 0, 0xffffffffffff, 6);
    case 5: return writeIntegerLE(this, value, offset, 0, 0xffffffffff, 5);
    case 4: return writeIntegerLE(this, value, offset, 0, 0xffffffff, 4);
    case 3: return writeIntegerLE(this, value, offset, 0, 0xffffff, 3);
    case 2: return writeIntegerLE(this, value, offset, 0, 0xffff, 2);
    case 1: return writeIntegerLE(this, value, offset, 0, 0xff, 1);
  }
  failBounds(byteLength, 6, 'byteLength');
}

function writeUIntBE(value, offset, byteLength) {
  switch (byteLength) {
    case 6: return writeIntegerBE(this, value, offset, 0, 0xffffffffffff, 6);
    case 5: return writeIntegerBE(this, value, offset, 0, 0xffffffffff, 5);
    case 4: return writeIntegerBE(this, value, offset, 0, 0xffffffff, 4);
    case 3: return writeIntegerBE(this, value, offset, 0, 0xffffff, 3);
    case 2: return writeIntegerBE(this, value, offset, 0, 0xffff, 2);
    case 1: return writeIntegerBE(this, value, offset, 0, 0xff, 1);
  }
  failBounds(byteLength, 6, 'byteLength');
}

function writeIntLE(value, offset, byteLength) {
  switch (byteLength) {
    case 6: return writeIntegerLE(this, value, offset, -0x800000000000, 0x7fffffffffff, 6);
    case 5: return writeIntegerLE(this, value, offset, -0x8000000000, 0x7fffffffff, 5);
    case 4: return writeIntegerLE(this, value, offset, -0x80000000, 0x7fffffff, 4);
    case 3: return writeIntegerLE(this, value, offset, -0x800000, 0x7fffff, 3);
    case 2: return writeIntegerLE(this, value, offset, -0x8000, 0x7fff, 2);
    case 1: return writeIntegerLE(this, value, offset, -0x80, 0x7f, 1);
  }
  failBounds(byteLength, 6, 'byteLength');
}

function writeIntBE(value, offset, byteLength) {
  switch (byteLength) {
    case 6: return writeIntegerBE(this, value, offset, -0x800000000000, 0x7fffffffffff, 6);
    case 5: return writeIntegerBE(this, value, offset, -0x8000000000, 0x7fffffffff, 5);
    case 4: return writeIntegerBE(this, value, offset, -0x80000000, 0x7fffffff, 4);
    case 3: return writeIntegerBE(this, value, offset, -0x800000, 0x7fffff, 3);
    case 2: return writeIntegerBE(this, value, offset, -0x8000, 0x7fff, 2);
    case 1: return writeIntegerBE(this, value, offset, -0x80, 0x7f, 1);
  }
  failBounds(byteLength, 6, 'byteLength');
}

function storeWord(buffer, offset) {
  if (buffer[offset] === undefined || buffer[offset + 7] === undefined) {
    failOffset(buffer, offset, 8);
  }
  buffer[offset] = float64Bytes[0];
  buffer[offset + 1] = float64Bytes[1];
  buffer[offset + 2] = float64Bytes[2];
  buffer[offset + 3] = float64Bytes[3];
  buffer[offset + 4] = float64Bytes[4];
  buffer[offset + 5] = float64Bytes[5];
  buffer[offset + 6] = float64Bytes[6];
  buffer[offset + 7] = float64Bytes[7];
  return offset + 8;
}

function storeWordSwapped(buffer, offset) {
  if (buffer[offset] === undefined || buffer[offset + 7] === undefined) {
    failOffset(buffer, offset, 8);
  }
  buffer[offset] = float64Bytes[7];
  buffer[offset + 1] = float64Bytes[6];
  buffer[offset + 2] = float64Bytes[5];
  buffer[offset + 3] = float64Bytes[4];
  buffer[offset + 4] = float64Bytes[3];
  buffer[offset + 5] = float64Bytes[2];
  buffer[offset + 6] = float64Bytes[1];
  buffer[offset + 7] = float64Bytes[0];
  return offset + 8;
}

function storeSingle(buffer, offset) {
  if (buffer[offset] === undefined || buffer[offset + 3] === undefined) {
    failOffset(buffer, offset, 4);
  }
  buffer[offset] = float32Bytes[0];
  buffer[offset + 1] = float32Bytes[1];
  buffer[offset + 2] = float32Bytes[2];
  buffer[offset + 3] = float32Bytes[3];
  return offset + 4;
}

function storeSingleSwapped(buffer, offset) {
  if (buffer[offset] === undefined || buffer[offset + 3] === undefined) {
    failOffset(buffer, offset, 4);
  }
  buffer[offset] = float32Bytes[3];
  buffer[offset + 1] = float32Bytes[2];
  buffer[offset + 2] = float32Bytes[1];
  buffer[offset + 3] = float32Bytes[0];
  return offset + 4;
}

function writeBigInt64LE(value, offset = 0) {
  if (value < -0x8000000000000000n || value > 0x7fffffffffffffffn) {
    failValue(value, -0x8000000000000000n, 0x7fffffffffffffffn, 8);
  }
  int64[0] = requireBigInt(value);
  return storeWord(this, offset);
}

function writeBigUInt64LE(value, offset = 0) {
  if (value < 0n || value > 0xffffffffffffffffn) failValue(value, 0n, 0xffffffffffffffffn, 8);
  uint64[0] = requireBigInt(value);
  return storeWord(this, offset);
}

function writeDoubleLE(value, offset = 0) {
  float64[0] = value;
  return storeWord(this, offset);
}

function writeFloatLE(value, offset = 0) {
  float32[0] = value;
  return storeSingle(this, offset);
}

function writeBigInt64BE(value, offset = 0) {
  if (value < -0x8000000000000000n || value > 0x7fffffffffffffffn) {
    failValue(value, -0x8000000000000000n, 0x7fffffffffffffffn, 8);
  }
  int64[0] = requireBigInt(value);
  return storeWordSwapped(this, offset);
}

function writeBigUInt64BE(value, offset = 0) {
  if (value < 0n || value > 0xffffffffffffffffn) failValue(value, 0n, 0xffffffffffffffffn, 8);
  uint64[0] = requireBigInt(value);
  return storeWordSwapped(this, offset);
}

function writeDoubleBE(value, offset = 0) {
  float64[0] = value;
  return storeWordSwapped(this, offset);
}

function writeFloatBE(value, offset = 0) {
  float32[0] = value;
  return storeSingleSwapped(this, offset);
}

// Numbers and booleans must not pass for BigInts.
function requireBigInt(value) {
  return value & 0xffffffffffffffffn;
}

const methods = {
  readBigUInt64LE,
  readBigUInt64BE,
  readBigInt64LE,
  readBigInt64BE,
  readUIntLE,
  readUInt32LE,
  readUInt16LE,
  readUIntBE,
  readUInt32BE,
  readUInt16BE,
  readUInt8,
  readIntLE,
  readInt32LE,
  readInt16LE,
  readIntBE,
  readInt32BE,
  readInt16BE,
  readInt8,
  readFloatLE,
  readFloatBE,
  readDoubleLE,
  readDoubleBE,
  writeBigUInt64LE,
  writeBigUInt64BE,
  writeBigInt64LE,
  writeBigInt64BE,
  writeUIntLE,
  writeUInt32LE,
  writeUInt16LE,
  writeUIntBE,
  writeUInt32BE,
  writeUInt16BE,
  writeUInt8,
  writeIntLE,
  writeInt32LE,
  writeInt16LE,
  writeIntBE,
  writeInt32BE,
  writeInt16BE,
  writeInt8,
  writeFloatLE,
  writeFloatBE,
  writeDoubleLE,
  writeDoubleBE,
};

// Node also spells the unsigned ones with a small i: readUint8.
function addNumberMethods(prototype) {
  for (const name of Object.keys(methods)) {
    prototype[name] = methods[name];
    if (name.includes('UInt')) prototype[name.replace('UInt', 'Uint')] = methods[name];
  }
}

module.exports = { addNumberMethods };
