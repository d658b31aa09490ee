'use strict';

// One table entry for each encoding that Buffer knows:
//   write(buffer, string, offset, length)  -> bytes written
//   slice(buffer, start, end)              -> string, or -1 if it would be too long
//   byteLength(string)                     -> bytes that the string takes (for base64: at most)
//   maxLength(string)                      -> an upper bound that costs nothing to know

const native = binding('buffer');

// Padding at the end of base64 text stands for no bytes.
function base64ByteLength(string) {
  let length = string.length;
  if (length > 0 && string.charCodeAt(length - 1) === 0x3d) length--;
  if (length > 1 && string.charCodeAt(length - 1) === 0x3d) length--;
  return Math.floor((length * 3) / 4);
}

const oneByte = (string) => string.length;
const twoBytes = (string) => string.length * 2;
const halfByte = (string) => string.length >>> 1;

function entry(encoding, write, slice, byteLength, maxLength = byteLength) {
  return { encoding, write, slice, byteLength, maxLength };
}

const utf8 = entry('utf8', native.utf8Write, native.utf8Slice, native.byteLengthUtf8,
                   (string) => string.length * 3);
const ucs2 = entry('ucs2', native.ucs2Write, native.ucs2Slice, twoBytes);
const utf16le = entry('utf16le', native.ucs2Write, native.ucs2Slice, twoBytes);
const latin1 = entry('latin1', native.latin1Write, native.latin1Slice, oneByte);
const ascii = entry('ascii', native.latin1Write, native.asciiSlice, oneByte);
const hex = entry('hex', native.hexWrite, native.hexSlice, halfByte);
const base64 = entry('base64', native.base64Write, native.base64Slice, base64ByteLength);
const base64url = entry('base64url', native.base64Write, native.base64urlSlice, base64ByteLength);

const byName = {
  '__proto__': null,
  'utf8': utf8,
  'utf-8': utf8,
  'ucs2': ucs2,
  'ucs-2': ucs2,
  'utf16le': utf16le,
  'utf-16le': utf16le,
  'latin1': latin1,
  'binary': latin1,
  'ascii': ascii,
  'hex': hex,
  'base64': base64,
  'base64url': base64url,
};

// The entry of an encoding name in any case; undefined if there is none.
function lookupEncoding(name) {
  const found = byName[name];
  if (found !== undefined) return found;
  return byName[`${name}`.toLowerCase()];
}

// The canonical name ('utf8', 'utf16le', 'latin1'...), undefined if unknown; utf8 for nothing.
function normalizeEncoding(name) {
  if (name === undefined || name === null || name === '') return 'utf8';
  if (typeof name !== 'string') return undefined;
  const found = lookupEncoding(name);
  if (found === undefined) return undefined;
  return found === ucs2 ? 'utf16le' : found.encoding;
}

module.exports = { lookupEncoding, normalizeEncoding, utf8 };
