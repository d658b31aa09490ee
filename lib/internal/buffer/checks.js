'use strict';

// Kinds of binary values, by what they are and not by instanceof: it also holds for values of other
// contexts (vm) and is not fooled by prototypes.

const { codes } = require('internal/errors');

const tagOf = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;
const byteLengthOf = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength').get;

function isUint8Array(value) {
  return tagOf.call(value) === 'Uint8Array';
}

function isTypedArray(value) {
  return tagOf.call(value) !== undefined;
}

function hasByteLength(value, getter) {
  try {
    getter.call(value);
    return true;
  } catch {
    return false;
  }
}

function isAnyArrayBuffer(value) {
  if (value === null || typeof value !== 'object') return false;
  if (value instanceof ArrayBuffer && hasByteLength(value, byteLengthOf)) return true;
  if (Object.prototype.toString.call(value) === '[object ArrayBuffer]') {
    return hasByteLength(value, byteLengthOf);
  }
  // Looked up late: it is not there while the start-up snapshot is made.
  const shared = globalThis.SharedArrayBuffer;
  return shared !== undefined && hasByteLength(
    value, Object.getOwnPropertyDescriptor(shared.prototype, 'byteLength').get);
}

function requireUint8Array(value, name) {
  if (!isUint8Array(value)) {
    throw new codes.ERR_INVALID_ARG_TYPE(name, ['Buffer', 'Uint8Array'], value);
  }
}

module.exports = { isAnyArrayBuffer, isTypedArray, isUint8Array, requireUint8Array };
