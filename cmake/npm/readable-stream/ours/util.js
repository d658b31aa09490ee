'use strict';

// In the bundle in place of the package's own helpers: the runtime's, each found when it is first
// used, so that loading streams loads nothing else.

const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;

function lazily(id, name) {
  return (...args) => require(id)[name](...args);
}

function once(callback) {
  let called = false;
  return function(...args) {
    if (called) return;
    called = true;
    callback.apply(this, args);
  };
}

function createDeferredPromise() {
  const deferred = {};
  deferred.promise = new Promise((resolve, reject) => {
    deferred.resolve = resolve;
    deferred.reject = reject;
  });
  return deferred;
}

module.exports = {
  AbortSignalAny: (signals) => AbortSignal.any(signals),
  AggregateError,
  addAbortListener: lazily('internal/events/abort_listener', 'addAbortListener'),
  createDeferredPromise,
  debuglog: () => () => {},
  deprecate: (method) => method,
  format: lazily('internal/util/inspect', 'format'),
  inspect: lazily('internal/util/inspect', 'inspect'),
  isBlob: (value) => value instanceof Blob,
  kEmptyObject: Object.freeze({}),
  once,
  promisify: { custom: Symbol.for('nodejs.util.promisify.custom') },
  types: {
    isAsyncFunction: (value) => value instanceof AsyncFunction,
    isArrayBufferView: ArrayBuffer.isView,
  },
};
