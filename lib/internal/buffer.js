'use strict';

// What other modules of lib/ need of Buffer's inside.

const { FastBuffer, createUnsafeBuffer } = require('internal/buffer/memory');
const { isAnyArrayBuffer, isUint8Array } = require('internal/buffer/checks');
const { lookupEncoding, normalizeEncoding } = require('internal/buffer/encodings');

module.exports = {
  FastBuffer,
  createUnsafeBuffer,
  isAnyArrayBuffer,
  isUint8Array,
  lookupEncoding,
  normalizeEncoding,
};
