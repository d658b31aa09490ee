'use strict';

const { kIsNodeError } = require('internal/errors');
const { validateObject, validateOneOf } = require('internal/validators');
const {
  differenceMessage,
  operatorMessage,
  unequalMessage,
} = require('internal/assert/message');

const kMaxLines = 10;
const kMaxLength = 512;

// Errors are compared by their keys, without the stack.
function withoutStack(error) {
  const copy = Object.assign({ __proto__: Object.getPrototypeOf(error) }, error);
  Object.defineProperty(copy, 'message', { value: error.message });
  if (Object.hasOwn(error, 'cause')) {
    let { cause } = error;
    if (cause instanceof Error) cause = withoutStack(cause);
    Object.defineProperty(copy, 'cause', { value: cause });
  }
  return copy;
}

function makeMessage({ actual, expected, message, operator, diff = 'simple' }) {
  const hasMessage = message !== undefined && message !== null;
  if (hasMessage && operator !== 'deepStrictEqual' && operator !== 'strictEqual') {
    return `${message}`;
  }
  if (actual instanceof Error && expected instanceof Error) {
    actual = withoutStack(actual);
    expected = withoutStack(expected);
  }
  switch (operator) {
    case 'deepStrictEqual':
    case 'strictEqual':
    case 'partialDeepStrictEqual':
      return differenceMessage(actual, expected, operator, hasMessage ? message : '', diff);
    case 'notDeepStrictEqual':
    case 'notStrictEqual':
      return unequalMessage(actual, operator);
    default:
      return operatorMessage(actual, expected, operator);
  }
}

function shortened(text) {
  const lines = text.split('\n', kMaxLines + 1);
  if (lines.length > kMaxLines) return `${lines.slice(0, kMaxLines).join('\n')}\n...`;
  return text.length > kMaxLength ? `${text.slice(0, kMaxLength)}...` : text;
}

class AssertionError extends Error {
  constructor(options) {
    validateObject(options, 'options');
    const { message, operator, details, diff = 'simple' } = options;
    if (options.diff !== undefined) validateOneOf(diff, 'options.diff', ['simple', 'full']);
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(makeMessage(options));
    Error.stackTraceLimit = limit;
    this.generatedMessage = !message;
    Object.defineProperty(this, 'name', {
      value: 'AssertionError', enumerable: false, writable: true, configurable: true,
    });
    this.code = 'ERR_ASSERTION';
    if (details) {
      this.actual = undefined;
      this.expected = undefined;
      this.operator = undefined;
      for (const [i, detail] of details.entries()) {
        this[`message ${i}`] = detail.message;
        this[`actual ${i}`] = detail.actual;
        this[`expected ${i}`] = detail.expected;
        this[`operator ${i}`] = detail.operator;
        this[`stack trace ${i}`] = detail.stack;
      }
    } else {
      this.actual = options.actual;
      this.expected = options.expected;
      this.operator = operator;
    }
    Error.captureStackTrace(this, options.stackStartFn || options.stackStartFunction);
    this.diff = diff;
  }

  toString() {
    return `${this.name} [${this.code}]: ${this.message}`;
  }

  // Long texts are shown by the message already.
  [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
    const { actual, expected } = this;
    if (typeof actual === 'string') this.actual = shortened(actual);
    if (typeof expected === 'string') this.expected = shortened(expected);
    const text = require('internal/util/inspect').inspect(
      this, { ...options, customInspect: false, depth: 0 });
    this.actual = actual;
    this.expected = expected;
    return text;
  }
}
Object.defineProperty(AssertionError.prototype, kIsNodeError, { value: true });

module.exports = { AssertionError };
