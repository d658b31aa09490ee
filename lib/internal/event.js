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

  initEvent(type, bubbles = false, cancelable = false) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('type');
    const state = own(this);
    if (state.dispatching) return;
    state.type = `${type}`;
    state.bubbles = !!bubbles;
    state.cancelable = !!cancelable;
  }

  stopImmediatePropagation() {
    const state = own(this);
    state.propagationStopped = true;
    state.stopped = true;
  }

  preventDefault() {
    const state = own(this);
    if (state.cancelable && !state.inPassive) state.canceled = true;
  }

  get target() { return own(this).target; }

  get currentTarget() {
    const state = own(this);
    return state.dispatching ? state.target : null;
  }

  get srcElement() { return own(this).target; }

  get type() { return own(this).type; }

  get cancelable() { return own(this).cancelable; }

  get defaultPrevented() {
    const state = own(this);
    return state.cancelable && state.canceled;
  }

  get timeStamp() { return own(this).timeStamp; }

  composedPath() {
    const state = own(this);
    return state.dispatching ? [state.target] : [];
  }

  get returnValue() {
    const state = own(this);
    return !state.cancelable || !state.canceled;
  }

  set returnValue(value) {
    if (!value) this.preventDefault();
  }

  get bubbles() { return own(this).bubbles; }

  get composed() { return own(this).composed; }

  get eventPhase() { return own(this).dispatching ? Event.AT_TARGET : Event.NONE; }

  get cancelBubble() { return own(this).propagationStopped; }

  set cancelBubble(value) {
    const state = own(this);
    if (value) state.propagationStopped = true;
  }

  stopPropagation() { own(this).propagationStopped = true; }

  get isTrusted() { return own(this).trusted; }

  [kInspect](depth, options) {
    const state = own(this);
    const name = this.constructor.name;
    if (depth < 0) return name;
    return `${name} ${inspectInside({
      type: state.type,
      defaultPrevented: this.defaultPrevented,
      cancelable: state.cancelable,
      timeStamp: state.timeStamp,
    }, options)}`;
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

function own(event) {
  const state = stateOf(event);
  if (state === null) throw new codes.ERR_INVALID_THIS('Event');
  return state;
}

// What stands in the braces of an object that shows itself.
function inspectInside(properties, options) {
  const depth = options.depth === null ? null : options.depth - 1;
  return require('internal/util/inspect').inspect(properties, { ...options, depth });
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

module.exports = { CustomEvent, Event, finishInterface, inspectInside, kTrustEvent, stateOf };
