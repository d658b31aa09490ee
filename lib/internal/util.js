'use strict';

// What many modules of lib/ share.

const { codes } = require('internal/errors');
const { validateFunction } = require('internal/validators');
const { normalizeEncoding } = require('internal/util/encodings');

const kCustomPromisify = Symbol.for('nodejs.util.promisify.custom');
// On a function of lib/: names for the values of its callback, which promisify() makes an object of.
const kCustomPromisifyArgs = Symbol('customPromisifyArgs');
const kEmptyObject = Object.freeze({ __proto__: null });

function promisify(original) {
  validateFunction(original, 'original');
  const custom = original[kCustomPromisify];
  if (custom) {
    if (typeof custom !== 'function') {
      throw new codes.ERR_INVALID_ARG_TYPE('util.promisify.custom', 'Function', custom);
    }
    return Object.defineProperty(custom, kCustomPromisify, { value: custom, configurable: true });
  }
  const names = original[kCustomPromisifyArgs];
  function promisified(...args) {
    return new Promise((resolve, reject) => {
      const returned = Reflect.apply(original, this, [...args, (error, ...values) => {
        if (error) reject(error);
        else if (names !== undefined && values.length > 1) {
          resolve(Object.fromEntries(names.map((name, i) => [name, values[i]])));
        } else {
          resolve(values[0]);
        }
      }]);
      if (binding('util').isPromise(returned)) {
        process.emitWarning(
          'Calling promisify on a function that returns a Promise is likely a mistake.',
          'DeprecationWarning', 'DEP0174');
      }
    });
  }
  Object.setPrototypeOf(promisified, Object.getPrototypeOf(original));
  Object.defineProperty(promisified, kCustomPromisify, { value: promisified, configurable: true });
  const descriptors = Object.getOwnPropertyDescriptors(original);
  delete descriptors[kCustomPromisify];
  return Object.defineProperties(promisified, descriptors);
}
promisify.custom = kCustomPromisify;

const warnedCodes = new Set();

// Calls go through and tell once (once for each code) that fn is deprecated.
function deprecate(fn, message, code) {
  if (code !== undefined) require('internal/validators').validateString(code, 'code');
  let warned = false;
  function deprecated(...args) {
    if (!warned) {
      warned = true;
      warnDeprecated(message, code, deprecated);
    }
    return new.target ? Reflect.construct(fn, args, new.target) : Reflect.apply(fn, this, args);
  }
  Object.setPrototypeOf(deprecated, fn);
  if (fn.prototype) deprecated.prototype = fn.prototype;
  Object.defineProperty(deprecated, 'length',
                        { ...Object.getOwnPropertyDescriptor(fn, 'length'), configurable: true });
  return deprecated;
}

function warnDeprecated(message, code, caller) {
  if (process.noDeprecation === true) return;
  if (code === undefined) {
    process.emitWarning(message, 'DeprecationWarning', undefined, caller);
  } else if (!warnedCodes.has(code)) {
    warnedCodes.add(code);
    process.emitWarning(message, 'DeprecationWarning', code, caller);
  }
}

const experimental = new Set();
function emitExperimentalWarning(feature) {
  if (experimental.has(feature)) return;
  experimental.add(feature);
  process.emitWarning(`${feature} is an experimental feature and might change at any time`,
                      'ExperimentalWarning');
}

// A function that runs once and gives its first result ever after.
function once(fn) {
  let called = false;
  return function(...args) {
    if (called) return undefined;
    called = true;
    return Reflect.apply(fn, this, args);
  };
}

function getSystemErrorName(errno) {
  checkErrno(errno);
  return binding('uv').errname(errno);
}

function getSystemErrorMessage(errno) {
  checkErrno(errno);
  return binding('uv').getErrorMessage(errno);
}

function checkErrno(errno) {
  require('internal/validators').validateNumber(errno, 'err');
  if (errno >= 0 || !Number.isSafeInteger(errno)) {
    throw new codes.ERR_OUT_OF_RANGE('err', 'a negative integer', errno);
  }
}

function lazyDOMExceptionClass() {
  return require('internal/domexception').DOMException;
}

function lazyDOMException(message, name) {
  return new (lazyDOMExceptionClass())(message, name);
}

function isError(value) {
  return require('internal/util/inspect/errors').isError(value);
}

const kInNodeModules = /[/\\]node_modules[/\\]/i;

// Whether the code of a program that is on the stack belongs to a package.
function isInsideNodeModules(frames = 100) {
  const names = binding('util').getCallSites(frames).map((site) => site.scriptName);
  const outside = names.find((name) => name !== '' && !name.startsWith('node:'));
  return outside !== undefined && kInNodeModules.test(outside);
}

// A signal's name or number as a number.
function convertToValidSignal(signal) {
  const { signals } = binding('os');
  if (typeof signal === 'number' && Object.values(signals).includes(signal)) return signal;
  if (typeof signal === 'string') {
    const number = signals[signal.toUpperCase()];
    if (number) return number;
  }
  throw new codes.ERR_UNKNOWN_SIGNAL(signal);
}

// Members of a prototype that Web IDL wants enumerable.
const kEnumerableProperty = Object.freeze({ __proto__: null, enumerable: true });

function toUSVString(value) {
  return `${value}`.replace(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

module.exports = {
  convertToValidSignal,
  customInspectSymbol: Symbol.for('nodejs.util.inspect.custom'),
  customPromisifyArgs: kCustomPromisifyArgs,
  deprecate,
  emitExperimentalWarning,
  getSystemErrorMessage,
  getSystemErrorName,
  isError,
  isInsideNodeModules,
  kEmptyObject,
  kEnumerableProperty,
  lazyDOMException,
  lazyDOMExceptionClass,
  normalizeEncoding,
  once,
  promisify,
  toUSVString,
};
