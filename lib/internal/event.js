'use strict';

// Event and CustomEvent of the DOM standard (without a tree: an event has one target).

const { codes } = require('internal/errors');

const kInspect = Symbol.for('nodejs.util.inspect.custom');
// Marks the options of events that the runtime itself makes (isTrusted).
const kTrustEvent = Symbol('kTrustEvent');

// What dispatching needs to know and change of an event; null for other values.
let stateOf;

function option(options, name) {
  return options === null || options === undefined ? false : Boolean(options[name]);
}

class Event {
  #state;

  static {
    stateOf = (value) =>
      (value !== null && typeof value === 'object' && #state in value ? value.#state : null);
  }

  constructor(type, options = undefined) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('type');
    if (options !== undefined && options !== null && typeof options !== 'object' &&
        typeof options !== 'function') {
      throw new codes.ERR_INVALID_ARG_TYPE('options', 'Object', options);
    }
    this.#state = {
      type: `${type}`,
      bubbles: option(options, 'bubbles'),
      cancelable: option(options, 'cancelable'),
      composed: option(options, 'composed'),
      target: null,
      dispatching: false,
      canceled: false,
      inPassive: false,
      stopped: false,           // stopImmediatePropagation()
      propagationStopped: false,
      trusted: options?.[kTrustEvent] === true,
      timeStamp: globalThis.performance?.now() ?? 0,
    };
  }

  get #own() {
    if (!(#state in this)) throw new codes.ERR_INVALID_THIS('Event');
    return this.#state;
  }

  initEvent(type, bubbles = false, cancelable = false) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('type');
    const state = this.#own;
    if (state.dispatching) return;
    state.type = `${type}`;
    state.bubbles = !!bubbles;
    state.cancelable = !!cancelable;
  }

  stopImmediatePropagation() {
    const state = this.#own;
    state.propagationStopped = true;
    state.stopped = true;
  }

  preventDefault() {
    const state = this.#own;
    if (state.cancelable && !state.inPassive) state.canceled = true;
  }

  get target() { return this.#own.target; }

  get currentTarget() {
    const state = this.#own;
    return state.dispatching ? state.target : null;
  }

  get srcElement() { return this.#own.target; }

  get type() { return this.#own.type; }

  get cancelable() { return this.#own.cancelable; }

  get defaultPrevented() {
    const state = this.#own;
    return state.cancelable && state.canceled;
  }

  get timeStamp() { return this.#own.timeStamp; }

  composedPath() {
    const state = this.#own;
    return state.dispatching ? [state.target] : [];
  }

  get returnValue() {
    const state = this.#own;
    return !state.cancelable || !state.canceled;
  }

  set returnValue(value) {
    if (!value) this.preventDefault();
  }

  get bubbles() { return this.#own.bubbles; }

  get composed() { return this.#own.composed; }

  get eventPhase() { return this.#own.dispatching ? Event.AT_TARGET : Event.NONE; }

  get cancelBubble() { return this.#own.propagationStopped; }

  set cancelBubble(value) {
    const state = this.#own;
    if (value) state.propagationStopped = true;
  }

  stopPropagation() { this.#own.propagationStopped = true; }

  get isTrusted() { return this.#own.trusted; }

  [kInspect](depth, options) {
    const state = this.#own;
    const name = this.constructor.name;
    if (depth < 0) return name;
    const inner = { ...options, depth: Number.isInteger(options.depth) ? options.depth - 1 : options.depth };
    return `${name} ${require('internal/util/inspect').inspect({
      type: state.type,
      defaultPrevented: this.defaultPrevented,
      cancelable: state.cancelable,
      timeStamp: state.timeStamp,
    }, inner)}`;
  }
}

class CustomEvent extends Event {
  #detail;

  constructor(type, options = undefined) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('type');
    super(type, options);
    this.#detail = options?.detail ?? null;
  }

  get detail() {
    if (!(#detail in this)) throw new codes.ERR_INVALID_THIS('CustomEvent');
    return this.#detail;
  }
}

// As Web IDL wants it: members are enumerable, and the class has its tag.
function finishInterface(Class, name = Class.name) {
  for (const key of Object.getOwnPropertyNames(Class.prototype)) {
    if (key === 'constructor') continue;
    Object.defineProperty(Class.prototype, key, { enumerable: true });
  }
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { value: name, configurable: true });
}

finishInterface(Event);
finishInterface(CustomEvent);
Object.defineProperty(Event.prototype, 'isTrusted', { configurable: false });
for (const [i, name] of ['NONE', 'CAPTURING_PHASE', 'AT_TARGET', 'BUBBLING_PHASE'].entries()) {
  Object.defineProperty(Event, name, { value: i, enumerable: true });
}

module.exports = { CustomEvent, Event, finishInterface, kTrustEvent, stateOf };
