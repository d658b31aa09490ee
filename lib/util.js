'use strict';

// util: the public face; what is rarely used is loaded when it is.

const { codes, ErrnoException, ExceptionWithHostPort } = require('internal/errors');
const { validateOneOf, validateString } = require('internal/validators');
const {
  deprecate,
  getSystemErrorMessage,
  getSystemErrorName,
  promisify,
  toUSVString,
} = require('internal/util');
const { inspect, stripVTControlCharacters } = require('internal/util/inspect');
const { format, formatWithOptions } = require('internal/util/format');
const types = require('internal/util/types');
const { defineLazy } = require('internal/bootstrap/define');

function inherits(ctor, superCtor) {
  if (ctor === undefined || ctor === null) {
    throw new codes.ERR_INVALID_ARG_TYPE('ctor', 'Function', ctor);
  }
  if (superCtor === undefined || superCtor === null) {
    throw new codes.ERR_INVALID_ARG_TYPE('superCtor', 'Function', superCtor);
  }
  if (superCtor.prototype === undefined) {
    throw new codes.ERR_INVALID_ARG_TYPE('superCtor.prototype', 'Object', superCtor.prototype);
  }
  Object.defineProperty(ctor, 'super_', { value: superCtor, writable: true, configurable: true });
  Object.setPrototypeOf(ctor.prototype, superCtor.prototype);
}

function _extend(target, source) {
  if (source === null || typeof source !== 'object') return target;
  return Object.assign(target, source);
}

function convertProcessSignalToExitCode(signalCode) {
  const { signals } = binding('os');
  validateOneOf(signalCode, 'signalCode', Object.keys(signals));
  return 128 + signals[signalCode];
}

function isDeepStrictEqual(a, b, skipPrototype) {
  return require('internal/util/comparisons').isDeepStrictEqual(a, b, skipPrototype);
}

function debuglog(set, callback) {
  validateString(set, 'set');
  return require('internal/util/debuglog').debuglog(set, callback);
}

module.exports = {
  _errnoException(...args) {
    return new ErrnoException(...args);
  },
  _exceptionWithHostPort(...args) {
    return new ExceptionWithHostPort(...args);
  },
  _extend: deprecate(
    _extend, 'The `util._extend` API is deprecated. Please use Object.assign() instead.',
    'DEP0060'),
  callbackify(original) {
    return require('internal/util/callbackify').callbackify(original);
  },
  convertProcessSignalToExitCode,
  debug: debuglog,
  debuglog,
  deprecate,
  format,
  styleText(formats, text, options) {
    return require('internal/util/style_text').styleText(formats, text, options);
  },
  formatWithOptions,
  getCallSites(...args) {
    return require('internal/util/call_sites').getCallSites(...args);
  },
  getSystemErrorMap() {
    return binding('uv').getErrorMap();
  },
  getSystemErrorName,
  getSystemErrorMessage,
  inherits,
  inspect,
  isArray: deprecate(
    Array.isArray, 'The `util.isArray` API is deprecated. Please use `Array.isArray()` instead.',
    'DEP0044'),
  isDeepStrictEqual,
  promisify,
  stripVTControlCharacters,
  toUSVString,
  types,
  parseEnv(content) {
    return require('internal/util/parse_env').parseEnv(content);
  },
  parseArgs(...config) {
    return require('internal/util/parse_args').parseArgs(...config);
  },
  diff(actual, expected) {
    return require('internal/util/diff').diff(actual, expected);
  },
  aborted(signal, resource) {
    return require('internal/abort_controller').aborted(signal, resource);
  },
  transferableAbortController() {
    return new (require('internal/abort_controller').AbortController)();
  },
  transferableAbortSignal(signal) {
    return require('internal/abort_controller').transferableAbortSignal(signal);
  },
};
for (const name of ['TextDecoder', 'TextEncoder']) {
  defineLazy(module.exports, name, 'internal/encoding', true);
}
for (const name of ['MIMEType', 'MIMEParams']) {
  defineLazy(module.exports, name, 'internal/util/mime', true);
}
