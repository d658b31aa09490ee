'use strict';

// EventTarget of the DOM standard, and NodeEventTarget, which has an emitter's methods as well.

const { codes } = require('internal/errors');
const { validateAbortSignal, validateFunction } = require('internal/validators');
const {
  CustomEvent,
  Event,
  finishInterface,
  inspectInside,
  kTrustEvent,
  stateOf,
} = require('internal/event');
const EventEmitter = require('events');
const { kMaxEventTargetListeners, kMaxEventTargetListenersWarned } = EventEmitter;

const kInspect = Symbol.for('nodejs.util.inspect.custom');
const kHandlers = Symbol('kHandlers');
// Subclasses may make their own events for emit(), and watch listeners come and go.
const kCreateEvent = Symbol('kCreateEvent');
const kNewListener = Symbol('kNewListener');
const kRemoveListener = Symbol('kRemoveListener');
// A listener with this option also runs after stopImmediatePropagation().
const kResistStopPropagation = Symbol('kResistStopPropagation');
const kIsNodeStyle = Symbol('kIsNodeStyle');

// type -> array of records; the array is replaced on change, so a dispatch keeps its own.
let recordsOf;

class EventTarget {
  #records = new Map();

  static {
    recordsOf = (value) =>
      (value !== null && typeof value === 'object' && #records in value ? value.#records : null);
  }

  constructor() {
    this[kMaxEventTargetListeners] = EventEmitter.defaultMaxListeners;
    this[kMaxEventTargetListenersWarned] = false;
  }

  addEventListener(type, listener, options = undefined) {
    const records = ownRecords(this);
    if (arguments.length < 2) throw new codes.ERR_MISSING_ARGS('type', 'listener');
    const flags = readOptions(options);
    validateAbortSignal(flags.signal, 'options.signal');
    if (!isListener(listener)) {
      warnOfNoListener(this, type, listener);
      return;
    }
    type = `${type}`;
    if (flags.signal?.aborted) return;
    const list = records.get(type) ?? [];
    if (list.some((r) => r.callback === listener && r.capture === flags.capture)) return;
    const record = { callback: listener, removed: false, type, ...flags };
    records.set(type, [...list, record]);
    if (flags.signal) removeOnAbort(this, record);
    this[kNewListener]?.(list.length + 1, type, listener, flags.once, flags.capture,
                         flags.passive, false);
    warnOfLeak(this, type, list.length + 1);
  }

  removeEventListener(type, listener, options = undefined) {
    const records = ownRecords(this);
    if (arguments.length < 2) throw new codes.ERR_MISSING_ARGS('type', 'listener');
    if (!isListener(listener)) return;
    const capture = readOptions(options).capture;
    type = `${type}`;
    const record = records.get(type)?.find((r) => r.callback === listener && r.capture === capture);
    if (record) removeRecord(this, record);
  }

  dispatchEvent(event) {
    ownRecords(this);
    if (arguments.length < 1) throw new codes.ERR_MISSING_ARGS('event');
    const state = stateOf(event);
    if (state === null) throw new codes.ERR_INVALID_ARG_TYPE('event', 'Event', event);
    if (state.dispatching) throw new codes.ERR_EVENT_RECURSION(state.type);
    dispatch(this, event, event);
    return !event.defaultPrevented;
  }

  [kInspect](depth, options) {
    const name = this.constructor.name;
    if (depth < 0) return name;
    return `${name} ${inspectInside({}, options)}`;
  }
}
finishInterface(EventTarget);
EventTarget[Symbol.for('nodejs.event_target')] = true;

function ownRecords(target) {
  const records = recordsOf(target);
  if (records === null) throw new codes.ERR_INVALID_THIS('EventTarget');
  return records;
}

function isEventTarget(value) {
  return recordsOf(value) !== null;
}

function isListener(listener) {
  if (typeof listener === 'function' || (typeof listener === 'object' && listener !== null)) {
    return true;
  }
  if (listener === null || listener === undefined) return false;
  throw new codes.ERR_INVALID_ARG_TYPE('listener', 'EventListener', listener);
}

const kDefaults = Object.freeze(
  { once: false, capture: false, passive: false, signal: undefined, resist: false });

function readOptions(options) {
  if (options === undefined || options === null) return kDefaults;
  if (typeof options === 'boolean') return options ? { ...kDefaults, capture: true } : kDefaults;
  if (typeof options !== 'object') {
    throw new codes.ERR_INVALID_ARG_TYPE('options', 'object', options);
  }
  return {
    once: Boolean(options.once),
    capture: Boolean(options.capture),
    passive: Boolean(options.passive),
    signal: options.signal,
    resist: Boolean(options[kResistStopPropagation]),
  };
}

// The signal holds the record weakly, so a long-lived signal keeps no target alive.
function removeOnAbort(target, record) {
  const weakTarget = new WeakRef(target);
  const weakRecord = new WeakRef(record);
  record.signal.addEventListener('abort', () => {
    const owner = weakTarget.deref();
    const listener = weakRecord.deref();
    if (owner && listener) removeRecord(owner, listener);
  }, { once: true, [kResistStopPropagation]: true });
}

function removeRecord(target, record) {
  const records = recordsOf(target);
  if (record.removed) return;
  record.removed = true;
  const rest = records.get(record.type).filter((r) => r !== record);
  if (rest.length === 0) records.delete(record.type);
  else records.set(record.type, rest);
  target[kRemoveListener]?.(rest.length, record.type, record.callback, record.capture);
}

function warning(name, message, properties) {
  const w = new Error(message);
  w.name = name;
  process.emitWarning(Object.assign(w, properties));
}

function warnOfNoListener(target, type, listener) {
  warning('AddEventListenerArgumentTypeWarning',
          `addEventListener called with ${listener} which has no effect.`, { target, type });
}

function warnOfLeak(target, type, count) {
  const max = target[kMaxEventTargetListeners];
  if (!(max > 0) || count <= max || target[kMaxEventTargetListenersWarned]) return;
  target[kMaxEventTargetListenersWarned] = true;
  const { inspect } = require('internal/util/inspect');
  warning('MaxListenersExceededWarning',
          `Possible EventTarget memory leak detected. ${count} ${type} listeners added to ` +
          `${inspect(target, { depth: -1 })}. MaxListeners is ${max}. Use ` +
          'events.setMaxListeners() to increase limit', { target, type, count });
}

// An error of a listener does not stop the others: it is uncaught.
function throwLater(error) {
  process.nextTick(() => { throw error; });
}

// `value` is what node-style listeners get in place of the event.
function dispatch(target, event, value) {
  const state = stateOf(event);
  state.target = target;
  state.dispatching = true;
  for (const record of recordsOf(target).get(state.type) ?? []) {
    if (record.removed || (state.stopped && !record.resist)) continue;
    if (record.once) removeRecord(target, record);
    state.inPassive = record.passive;
    const { callback } = record;
    try {
      const argument = callback[kIsNodeStyle] ? value : event;
      const result = typeof callback === 'function' ?
        callback.call(target, argument) : callback.handleEvent(argument);
      if (result !== undefined && result !== null && typeof result.then === 'function') {
        result.then(undefined, throwLater);
      }
    } catch (error) {
      throwLater(error);
    }
    state.inPassive = false;
  }
  state.dispatching = false;
  state.stopped = false;
  state.propagationStopped = false;
}

// Makes and dispatches a trusted event.
function emitTrusted(target, type, options) {
  dispatch(target, new Event(type, { ...options, [kTrustEvent]: true }));
}

function listenersOf(target, type) {
  return (recordsOf(target).get(type) ?? []).map((r) => r.callback);
}

// An `on<name>` property, as Web IDL's event handler attributes.
function defineEventHandler(prototype, name, event = name) {
  function get() {
    return this[kHandlers]?.get(event)?.handler ?? null;
  }
  function set(value) {
    const handler = typeof value === 'function' ||
      (typeof value === 'object' && value !== null) ? value : null;
    this[kHandlers] ??= new Map();
    let slot = this[kHandlers].get(event);
    if (slot === undefined) {
      if (handler === null) return;
      const call = (e) => {
        if (typeof call.handler === 'function') call.handler.call(this, e);
      };
      slot = call;
      this[kHandlers].set(event, slot);
    }
    const had = slot.handler != null;
    slot.handler = handler;
    if (handler !== null && !had) this.addEventListener(event, slot);
    else if (handler === null && had) this.removeEventListener(event, slot);
  }
  Object.defineProperty(get, 'name', { value: `get on${name}` });
  Object.defineProperty(set, 'name', { value: `set on${name}` });
  Object.defineProperty(prototype, `on${name}`,
                        { get, set, enumerable: true, configurable: true });
}

// A node-style listener is kept behind a function of its own, found again by `original`.
function nodeStyle(listener) {
  const call = function(value) { return listener.call(this, value); };
  call[kIsNodeStyle] = true;
  call.original = listener;
  return call;
}

class NodeEventTarget extends EventTarget {
  setMaxListeners(n) { EventEmitter.setMaxListeners(n, this); }

  getMaxListeners() { return this[kMaxEventTargetListeners]; }

  eventNames() { return [...ownRecords(this).keys()]; }

  listenerCount(type) { return ownRecords(this).get(String(type))?.length ?? 0; }

  on(type, listener) {
    validateFunction(listener, 'listener');
    this.addEventListener(type, nodeStyle(listener));
    return this;
  }

  addListener(type, listener) { return this.on(type, listener); }

  once(type, listener) {
    validateFunction(listener, 'listener');
    this.addEventListener(type, nodeStyle(listener), { once: true });
    return this;
  }

  off(type, listener) {
    const record = ownRecords(this).get(`${type}`)?.find(
      (r) => r.callback === listener || r.callback.original === listener);
    if (record) removeRecord(this, record);
    return this;
  }

  removeListener(type, listener) { return this.off(type, listener); }

  emit(type, value) {
    const count = this.listenerCount(type);
    if (count === 0) return false;
    const event = this[kCreateEvent]?.(type, value) ?? new CustomEvent(type, { detail: value });
    dispatch(this, event, value);
    return true;
  }

  removeAllListeners(type) {
    const records = ownRecords(this);
    for (const key of type === undefined ? [...records.keys()] : [`${type}`]) {
      for (const record of records.get(key) ?? []) removeRecord(this, record);
    }
    return this;
  }
}
for (const key of Object.getOwnPropertyNames(NodeEventTarget.prototype)) {
  if (key === 'constructor') continue;
  Object.defineProperty(NodeEventTarget.prototype, key, { enumerable: true });
}

module.exports = {
  CustomEvent,
  Event,
  EventTarget,
  NodeEventTarget,
  defineEventHandler,
  dispatch,
  emitTrusted,
  isEventTarget,
  kCreateEvent,
  kNewListener,
  kRemoveListener,
  kResistStopPropagation,
  kTrustEvent,
  listenersOf,
};
