'use strict';

const { codes } = require('internal/errors');
const { validateNumber } = require('internal/validators');
const { isAnyArrayBuffer, isTypedArray } = require('internal/buffer/checks');
const { normalizeEncoding } = require('internal/buffer/encodings');
const { FastBuffer, settings } = require('internal/buffer/memory');
const making = require('internal/buffer/from');
const { addByteMethods, compareBuffers } = require('internal/buffer/bytes');
const { addNumberMethods } = require('internal/buffer/numbers');
const { addTextMethods, atob, btoa, transcode } = require('internal/buffer/text');
const native = binding('buffer');

const customInspect = Symbol.for('nodejs.util.inspect.custom');
let inspectMaxBytes = 50;

// A plain function, as it may be called without `new`; instances are FastBuffers.
function Buffer(arg, encodingOrOffset, length) {
  warnOfConstructor();
  return making.construct(arg, encodingOrOffset, length);
}

let constructorWarned = false;
// Only code outside node_modules is told, as it alone can be changed by its owner.
function warnOfConstructor() {
  if (constructorWarned) return;
  const { isInsideNodeModules } = require('internal/util');
  if (isInsideNodeModules()) return;
  constructorWarned = true;
  process.emitWarning(
    'Buffer() is deprecated due to security and usability issues. Please use the Buffer.alloc(), ' +
    'Buffer.allocUnsafe(), or Buffer.from() methods instead.', 'DeprecationWarning', 'DEP0005');
}

Buffer.prototype = FastBuffer.prototype;
Object.setPrototypeOf(Buffer, Uint8Array);
Object.defineProperty(Buffer.prototype, 'constructor', {
  value: Buffer, writable: true, configurable: true, enumerable: false,
});
Object.defineProperty(Buffer, Symbol.species, {
  configurable: true, enumerable: true, get() { return FastBuffer; },
});
Object.defineProperty(Buffer, 'poolSize', {
  configurable: true,
  enumerable: true,
  get() { return settings.poolSize; },
  set(size) { settings.poolSize = size; },
});

Buffer.from = making.from;
Buffer.copyBytesFrom = making.copyBytesFrom;
Buffer.of = making.of;
Buffer.alloc = making.alloc;
Buffer.allocUnsafe = making.allocUnsafe;
Buffer.allocUnsafeSlow = making.allocUnsafeSlow;
Buffer.isBuffer = function isBuffer(value) {
  return value instanceof Buffer;
};
Buffer.compare = compareBuffers;
Buffer.isEncoding = function isEncoding(encoding) {
  return typeof encoding === 'string' && encoding.length !== 0 &&
    normalizeEncoding(encoding) !== undefined;
};
Buffer.concat = making.concat;
Buffer.byteLength = making.byteLength;

addNumberMethods(Buffer.prototype);
addTextMethods(Buffer.prototype);
for (const [name, source] of [['parent', 'buffer'], ['offset', 'byteOffset']]) {
  Object.defineProperty(Buffer.prototype, name, {
    enumerable: true,
    get() { return this instanceof Buffer ? this[source] : undefined; },
  });
}
addByteMethods(Buffer.prototype);
Buffer.prototype[customInspect] = function inspect(recurseTimes, context) {
  return require('internal/buffer/inspect').inspectBuffer(this, context, inspectMaxBytes);
};
Buffer.prototype.inspect = Buffer.prototype[customInspect];

function SlowBuffer(length) {
  validateNumber(length, 'length');
  return making.allocUnsafeSlow(length);
}
Object.setPrototypeOf(SlowBuffer.prototype, Uint8Array.prototype);
Object.setPrototypeOf(SlowBuffer, Uint8Array);

function requireBytes(input) {
  if (!isTypedArray(input) && !isAnyArrayBuffer(input)) {
    throw new codes.ERR_INVALID_ARG_TYPE('input', ['ArrayBuffer', 'Buffer', 'TypedArray'], input);
  }
  if (input.byteLength === 0 && isDetached(input)) {
    throw new codes.ERR_INVALID_STATE('Cannot validate on a detached buffer');
  }
}

function isDetached(input) {
  const memory = input.buffer ?? input;
  try {
    new Uint8Array(memory);
    return false;
  } catch {
    return true;
  }
}

function isUtf8(input) {
  requireBytes(input);
  return native.isUtf8(input);
}

function isAscii(input) {
  requireBytes(input);
  return native.isAscii(input);
}

const constants = Object.defineProperties({}, {
  MAX_LENGTH: { value: native.kMaxLength, enumerable: true },
  MAX_STRING_LENGTH: { value: native.kStringMaxLength, enumerable: true },
});

module.exports = {
  Buffer,
  SlowBuffer,
  transcode,
  isUtf8,
  isAscii,
  kMaxLength: native.kMaxLength,
  kStringMaxLength: native.kStringMaxLength,
};

Object.defineProperties(module.exports, {
  btoa: { value: btoa, enumerable: true, configurable: true, writable: true },
  atob: { value: atob, enumerable: true, configurable: true, writable: true },
  constants: { value: constants, enumerable: true },
  ...Object.fromEntries(['Blob', 'resolveObjectURL', 'File'].map((name) => [name, {
    enumerable: true,
    configurable: true,
    get: () => require('internal/blob')[name],
  }])),
  INSPECT_MAX_BYTES: {
    enumerable: true,
    configurable: true,
    get() { return inspectMaxBytes; },
    set(value) {
      validateNumber(value, 'INSPECT_MAX_BYTES', 0);
      inspectMaxBytes = value;
    },
  },
});
