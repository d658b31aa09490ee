'use strict';

// AbortController and AbortSignal of the DOM standard.

const { codes } = require('internal/errors');
const {
  kValidateObjectAllowObjects,
  validateAbortSignalArray,
  validateObject,
  validateUint32,
} = require('internal/validators');
const {
  EventTarget,
  defineEventHandler,
  emitTrusted,
  kNewListener,
  kRemoveListener,
} = require('internal/event_target');
const { finishInterface, inspectInside } = require('internal/event');
const { DOMException } = require('internal/domexception');
const { kMaxEventTargetListeners } = require('events');

const kInspect = Symbol.for('nodejs.util.inspect.custom');
const kMake = Symbol('kMake');

// Signals of timeout() and any() that somebody listens to must not be collected.
const kept = new Set();
// Ends the timer of a timeout() signal that was collected unheard. Made on first use: a registry
// belongs to a running program, not to the start-up snapshot.
let timerRegistry;

let stateOf;

class AbortSignal extends EventTarget {
  #state;

  static {
    stateOf = (value) =>
      (value !== null && typeof value === 'object' && #state in value ? value.#state : null);
  }

  constructor(key = undefined, options = undefined) {
    if (key !== kMake) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
    super();
    this[kMaxEventTargetListeners] = 0;
    this.#state = {
      aborted: options?.aborted ?? false,
      reason: options?.reason,
      sources: null,     // of any(): the signals it follows, held weakly
      dependents: null,  // signals of any() that follow this one, held weakly
      keepWhileHeard: options?.keepWhileHeard ?? false,
      listeners: 0,
    };
  }

  static abort(reason = new DOMException('This operation was aborted', 'AbortError')) {
    return new AbortSignal(kMake, { aborted: true, reason });
  }

  static timeout(delay) {
    validateUint32(delay, 'delay', false);
    const signal = new AbortSignal(kMake, { keepWhileHeard: true });
    startTimer(signal, delay);
    return signal;
  }

  static any(signals) {
    if (signals === null || typeof signals !== 'object' ||
        typeof signals[Symbol.iterator] !== 'function') {
      throw new codes.ERR_INVALID_ARG_TYPE('signals', 'Iterable', signals);
    }
    const list = [...signals];
    validateAbortSignalArray(list, 'signals');
    const result = new AbortSignal(kMake, { keepWhileHeard: true });
    const done = list.find((signal) => signal.aborted);
    if (done !== undefined) {
      Object.assign(stateOf(result), { aborted: true, reason: done.reason });
    } else {
      follow(result, list);
    }
    return result;
  }

  get aborted() { return own(this).aborted; }

  get reason() { return own(this).reason; }

  throwIfAborted() {
    const state = own(this);
    if (state.aborted) throw state.reason;
  }

  [kNewListener](size, type) {
    if (type !== 'abort') return;
    const state = stateOf(this);
    state.listeners = size;
    if (state.keepWhileHeard && !state.aborted && state.sources?.size !== 0) kept.add(this);
  }

  [kRemoveListener](size, type) {
    if (type !== 'abort') return;
    stateOf(this).listeners = size;
    if (size === 0) kept.delete(this);
  }

  [kInspect](depth, options) {
    return inspectAs(this, { aborted: own(this).aborted }, depth, options);
  }
}

function own(signal) {
  const state = stateOf(signal);
  if (state === null) throw new codes.ERR_INVALID_THIS('AbortSignal');
  return state;
}

function inspectAs(self, properties, depth, options) {
  const { name } = self.constructor;
  return depth < 0 ? name : `${name} ${inspectInside(properties, options)}`;
}

// The timer does not keep the process alive, and holds the signal weakly: see `kept`.
function startTimer(signal, delay) {
  const weak = new WeakRef(signal);
  const timer = setTimeout(() => {
    const target = weak.deref();
    if (target === undefined) return;
    kept.delete(target);
    abortSignal(
      target, new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
  }, delay);
  timer.unref?.();
  timerRegistry ??= new FinalizationRegistry(clearTimeout);
  timerRegistry.register(signal, timer);
}

// A composite signal follows plain signals only: of another composite, the ones that it follows.
function follow(result, signals) {
  const state = stateOf(result);
  state.sources = new Set();
  const weakResult = new WeakRef(result);
  const watch = (signal) => {
    const source = stateOf(signal);
    if (source === null) {
      signal.addEventListener('abort', () => abortSignal(result, signal.reason), { once: true });
      state.sources.add(new WeakRef(signal));
    } else if (source.sources !== null) {
      for (const weak of source.sources) {
        const inner = weak.deref();
        if (inner !== undefined) watch(inner);
      }
    } else {
      (source.dependents ??= new Set()).add(weakResult);
      // The source is held strongly: it may be a timeout() that nothing else holds.
      state.sources.add({ deref: () => signal });
    }
  };
  for (const signal of signals) watch(signal);
}

function abortSignal(signal, reason) {
  const state = stateOf(signal);
  if (state.aborted) return;
  state.aborted = true;
  state.reason = reason;
  const followers = [];
  for (const weak of state.dependents ?? []) {
    const follower = weak.deref();
    if (follower !== undefined && !stateOf(follower).aborted) {
      Object.assign(stateOf(follower), { aborted: true, reason });
      followers.push(follower);
    }
  }
  state.dependents = null;
  tell(signal);
  for (const follower of followers) tell(follower);
}

function tell(signal) {
  kept.delete(signal);
  const state = stateOf(signal);
  if (state.listeners > 0) emitTrusted(signal, 'abort');
  state.sources = null;
}

finishInterface(AbortSignal);
for (const key of ['reason', 'throwIfAborted']) {
  Object.defineProperty(AbortSignal.prototype, key, { enumerable: false });
}
defineEventHandler(AbortSignal.prototype, 'abort');

class AbortController {
  #signal;

  get signal() {
    if (!(#signal in this)) throw new codes.ERR_INVALID_THIS('AbortController');
    return (this.#signal ??= new AbortSignal(kMake));
  }

  abort(reason = new DOMException('This operation was aborted', 'AbortError')) {
    abortSignal(this.signal, reason);
  }

  [kInspect](depth, options) {
    return inspectAs(this, { signal: this.signal }, depth, options);
  }
}
finishInterface(AbortController);

// Resolves when the signal aborts, unless `resource` is gone by then.
async function aborted(signal, resource) {
  if (stateOf(signal) === null) {
    const error = new TypeError('signal is not of type AbortSignal.');
    error.code = 'ERR_INVALID_ARG_TYPE';
    throw error;
  }
  validateObject(resource, 'resource', kValidateObjectAllowObjects);
  if (signal.aborted) return undefined;
  return new Promise((resolve) => {
    const weak = new WeakRef(resource);
    signal.addEventListener('abort', (event) => {
      if (weak.deref() !== undefined) resolve(event);
    }, { once: true });
  });
}

// Every signal may be posted to another thread.
function transferableAbortSignal(signal) {
  if (stateOf(signal) === null) {
    throw new codes.ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
  }
  return signal;
}

module.exports = { AbortController, AbortSignal, aborted, transferableAbortSignal };
