'use strict';

// The global structuredClone().

const { codes: { ERR_INVALID_ARG_TYPE, ERR_MISSING_ARGS } } = require('internal/errors');

function dataCloneError(message) {
  return new DOMException(message, 'DataCloneError');
}

function transferList(options) {
  if (options === undefined || options === null) return [];
  if (typeof options !== 'object' && typeof options !== 'function') {
    throw new ERR_INVALID_ARG_TYPE('options', ['object', 'null', 'undefined'], options);
  }
  const { transfer } = options;
  if (transfer === undefined) return [];
  if (transfer === null || typeof transfer[Symbol.iterator] !== 'function') {
    throw new ERR_INVALID_ARG_TYPE('options.transfer', 'iterable', transfer);
  }
  return [...transfer];
}

function structuredClone(value, options) {
  if (arguments.length === 0) throw new ERR_MISSING_ARGS('value');
  return binding('structured_clone')
    .structuredClone(value, transferList(options), dataCloneError);
}

module.exports = { structuredClone };
