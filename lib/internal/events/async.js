'use strict';

// events.once and events.on: an emitter's events as a promise and as an async iterator.

const { AbortError, codes } = require('internal/errors');
const {
  validateAbortSignal,
  validateInteger,
  validateObject,
} = require('internal/validators');
const { addAbortListener } = require('internal/events/abort_listener');
const { kAsyncDispose, kDispose } = require('internal/util/dispose');

const kWatermarkData = Symbol.for('nodejs.watermarkData');

function abortError(signal) {
  return new AbortError(undefined, { cause: signal.reason });
}

function attach(emitter, name, listener, flags) {
  if (typeof emitter.on === 'function') {
    if (flags?.once) emitter.once(name, listener);
    else emitter.on(name, listener);
  } else if (typeof emitter.addEventListener === 'function') {
    emitter.addEventListener(name, listener, flags);
  } else {
    throw new codes.ERR_INVALID_ARG_TYPE('emitter', 'EventEmitter', emitter);
  }
}

function detach(emitter, name, listener, flags) {
  if (typeof emitter.removeListener === 'function') emitter.removeListener(name, listener);
  else if (typeof emitter.removeEventListener === 'function') {
    emitter.removeEventListener(name, listener, flags);
  } else {
    throw new codes.ERR_INVALID_ARG_TYPE('emitter', 'EventEmitter', emitter);
  }
}

async function once(emitter, name, options = {}) {
  validateObject(options, 'options');
  const { signal } = options;
  validateAbortSignal(signal, 'options.signal');
  if (signal?.aborted) throw abortError(signal);

  return new Promise((resolve, reject) => {
    const watchErrors = name !== 'error' && typeof emitter.once === 'function';
    const cleanUp = () => {
      if (watchErrors) emitter.removeListener('error', onError);
      signal?.removeEventListener('abort', onAbort);
    };
    const onEvent = (...args) => {
      cleanUp();
      resolve(args);
    };
    const onError = (error) => {
      detach(emitter, name, onEvent);
      cleanUp();
      reject(error);
    };
    const onAbort = () => {
      detach(emitter, name, onEvent);
      cleanUp();
      reject(abortError(signal));
    };
    attach(emitter, name, onEvent, { once: true });
    if (watchErrors) emitter.once('error', onError);
    if (signal) {
      const { kResistStopPropagation } = require('internal/event_target');
      signal.addEventListener('abort', onAbort,
                              { once: true, [kResistStopPropagation]: true });
    }
  });
}

const AsyncIteratorPrototype = Object.getPrototypeOf(
  Object.getPrototypeOf(async function* () {}).prototype);
const EventIteratorPrototype = Object.create(AsyncIteratorPrototype);
if (!(kAsyncDispose in AsyncIteratorPrototype)) {
  Object.defineProperty(EventIteratorPrototype, kAsyncDispose, {
    value: async function() { await this.return(); },
    writable: true,
    configurable: true,
  });
}

function result(value, done) {
  return { value, done };
}

// Events wait in `unread` until asked for, callers of next() in `waiting` until an event comes; one
// of the two is always empty. The emitter is paused and resumed at the water marks.
function on(emitter, event, options = {}) {
  validateObject(options, 'options');
  const { signal, close } = options;
  validateAbortSignal(signal, 'options.signal');
  if (signal?.aborted) throw abortError(signal);
  const high = options.highWaterMark ?? options.highWatermark ?? Number.MAX_SAFE_INTEGER;
  validateInteger(high, 'options.highWaterMark', 1);
  const low = options.lowWaterMark ?? options.lowWatermark ?? 1;
  validateInteger(low, 'options.lowWaterMark', 1);

  const unread = [];
  const waiting = [];
  const attached = [];
  let abortListener;
  let paused = false;
  let error = null;
  let finished = false;

  function listen(name, listener) {
    attach(emitter, name, listener);
    attached.push([name, listener]);
  }

  function finish() {
    abortListener?.[kDispose]();
    for (const [name, listener] of attached.splice(0)) detach(emitter, name, listener);
    finished = true;
    const done = result(undefined, true);
    for (const { resolve } of waiting.splice(0)) resolve(done);
    return Promise.resolve(done);
  }

  function fail(reason) {
    const first = waiting.shift();
    if (first !== undefined) first.reject(reason);
    else error = reason;
    finish();
  }

  function deliver(args) {
    const first = waiting.shift();
    if (first !== undefined) {
      first.resolve(result(args, false));
      return;
    }
    unread.push(args);
    if (unread.length > high && !paused) {
      paused = true;
      emitter.pause?.();
    }
  }

  function next() {
    if (unread.length > 0) {
      const value = unread.shift();
      if (paused && unread.length < low) {
        emitter.resume?.();
        paused = false;
      }
      return Promise.resolve(result(value, false));
    }
    if (error !== null) {
      const rejected = Promise.reject(error);
      error = null;
      return rejected;
    }
    if (finished) return finish();
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  }

  const iterator = Object.setPrototypeOf({
    next() {
      return next();
    },
    return() {
      return finish();
    },
    throw(reason) {
      if (!(reason instanceof Error)) {
        throw new codes.ERR_INVALID_ARG_TYPE('EventEmitter.AsyncIterator', 'Error', reason);
      }
      fail(reason);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    [kWatermarkData]: {
      get size() { return unread.length; },
      get low() { return low; },
      get high() { return high; },
      get isPaused() { return paused; },
    },
  }, EventIteratorPrototype);

  listen(event, (...args) => deliver(args));
  if (event !== 'error' && typeof emitter.on === 'function') listen('error', fail);
  if (Array.isArray(close)) for (const name of close) listen(name, finish);
  if (signal) abortListener = addAbortListener(signal, () => fail(abortError(signal)));
  return iterator;
}

module.exports = { on, once };
