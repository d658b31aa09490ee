'use strict';

// The errors of the standard library. `new codes.ERR_X(...args)` makes an error of the class and
// with the message of internal/errors/messages; its stack begins `TypeError [ERR_X]: message`.
// Errors about system calls are made by internal/errors/system and exported from here as well.

const messages = require('internal/errors/messages');
const { list, receivedType, separated } = require('internal/errors/phrases');

// Marks errors whose stack shows their code; read where stacks are formatted.
const kIsNodeError = Symbol('kIsNodeError');

// %s: as text, %d: as a number, %j: as JSON.
function expand(text, args) {
  let next = 0;
  return text.includes('%') ?
    text.replace(/%[sdj]/g, (kind) => show(kind, args[next++])) : text;
}

function show(kind, value) {
  if (kind === '%d') return `${Number(value)}`;
  if (kind === '%j') return `${JSON.stringify(value)}`;
  return typeof value === 'string' || value == null ? `${value}` :
    require('internal/util/inspect').format('%s', value);
}

function defineHidden(target, name, value) {
  Object.defineProperty(target, name,
                        { value, writable: true, enumerable: false, configurable: true });
}

function toStringWithCode() {
  return `${this.name} [${this.code}]: ${this.message}`;
}

function makeNodeError(code, Base, text) {
  class NodeError extends Base {
    constructor(...args) {
      super();
      this.code = code;
      const message = typeof text === 'function' ? text.apply(this, args) : expand(text, args);
      defineHidden(this, 'message', message);
    }
  }
  defineHidden(NodeError.prototype, 'toString', toStringWithCode);
  defineHidden(NodeError.prototype, kIsNodeError, true);
  return NodeError;
}

// The same code as another class of error: `new codes.ERR_INVALID_STATE.TypeError(...)`.
function addVariant(NodeError, Base, code, text) {
  let made;
  Object.defineProperty(NodeError, Base.name, {
    get: () => (made ??= makeNodeError(code, Base, text)),
    configurable: true,
  });
}

// `info` is what a failed call reported; errno, syscall, path and dest read and write it.
class SystemError extends Error {
  constructor(code, prefix, context) {
    super();
    this.code = code;
    let message = `${prefix}: ${context.syscall} returned ${context.code} (${context.message})`;
    if (context.path !== undefined) message += ` ${context.path}`;
    if (context.dest !== undefined) message += ` => ${context.dest}`;
    defineHidden(this, 'name', 'SystemError');
    defineHidden(this, 'message', message);
    Object.defineProperty(this, 'info', { value: context, enumerable: true, configurable: true });
    mirror(this, context, 'errno');
    mirror(this, context, 'syscall');
    if (context.path !== undefined) mirror(this, context, 'path');
    if (context.dest !== undefined) mirror(this, context, 'dest');
  }

  toString() {
    return `${this.name} [${this.code}]: ${this.message}`;
  }

  // Its accessors are shown with their values.
  [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
    return require('internal/util/inspect').inspect(
      this, { ...options, getters: true, customInspect: false });
  }
}
defineHidden(SystemError.prototype, kIsNodeError, true);

// path and dest are shown as text, also where the caller gave bytes.
function mirror(error, context, key) {
  const isPath = key === 'path' || key === 'dest';
  Object.defineProperty(error, key, {
    get: () => (isPath && context[key] ? context[key].toString() : context[key]),
    set: (value) => {
      context[key] = isPath && value && typeof value !== 'string' ? Buffer.from(value) : value;
    },
    enumerable: true,
    configurable: true,
  });
}

function makeSystemError(code, prefix) {
  return class NodeError extends SystemError {
    constructor(context) {
      super(code, prefix, context);
    }
  };
}

const kBases = { Error, TypeError, RangeError, SyntaxError, URIError };

function makeClass(code) {
  for (const name of Object.keys(kBases)) {
    const text = messages[name][code];
    if (text === undefined) continue;
    const NodeError = makeNodeError(code, kBases[name], text);
    addVariant(NodeError, TypeError, code, text);
    addVariant(NodeError, RangeError, code, text);
    return NodeError;
  }
  const prefix = messages.SystemError[code];
  if (prefix !== undefined) return makeSystemError(code, prefix);
  throw new Error(`internal/errors/messages has no ${String(code)}`);
}

// A class is made when it is first asked for, so that the many never used cost nothing at start.
const codes = new Proxy(Object.create(null), {
  get: (made, code) => (made[code] ??= makeClass(code)),
});

// For codes of one module only: `E('ERR_X', 'text %s', TypeError)` adds to `codes`.
function E(code, text, Base = Error) {
  messages[Base.name][code] = text;
}

class AbortError extends Error {
  constructor(message = 'The operation was aborted', options = undefined) {
    if (options !== undefined && typeof options !== 'object') {
      throw new codes.ERR_INVALID_ARG_TYPE('options', 'Object', options);
    }
    super(message, options);
    this.code = 'ABORT_ERR';
    this.name = 'AbortError';
  }
}

// One error for a failure while handling another: the later one leads.
function aggregateTwoErrors(inner, outer) {
  if (!inner || !outer || inner === outer) return inner || outer;
  if (Array.isArray(outer.errors)) {
    outer.errors.push(inner);
    return outer;
  }
  const both = new AggregateError([outer, inner], outer.message);
  both.code = outer.code;
  return both;
}

function isErrorLike(value) {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'stack');
}

let overflow;
function isStackOverflowError(error) {
  if (overflow === undefined) {
    try {
      (function recurse() { recurse(); })();
    } catch (e) {
      overflow = e;
    }
  }
  return error?.name === overflow.name && error.message === overflow.message;
}

// Argument checks are not shown as the place where an error arose: the frames of
// internal/validators and of this file at the top of a stack are left out when it is formatted
// (see internal/errors/stack). So a function needs no wrapping; this documents the intent.
function hideStackFrames(fn) {
  fn.withoutStackTrace = fn;
  return fn;
}

module.exports = {
  AbortError,
  E,
  SystemError,
  addNumericalSeparator: separated,
  aggregateTwoErrors,
  codes,
  determineSpecificType: receivedType,
  formatList: list,
  hideStackFrames,
  isErrorLike,
  isStackOverflowError,
  kIsNodeError,
  ...require('internal/errors/system'),
};
