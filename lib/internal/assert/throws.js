'use strict';

// What assert.throws and its kin share: running the function and judging what it threw.

const { codes } = require('internal/errors');
const { validateFunction, validateObject } = require('internal/validators');
const { AssertionError } = require('internal/assert/assertion_error');
const { isDeepStrictEqual } = require('internal/util/comparisons');
const { inspect } = require('internal/util/inspect');
const { isError } = require('internal/util/inspect/errors');
const types = require('internal/util/types');

const kNothing = Symbol('nothing was thrown');

// The keys under test, for the message.
class Comparison {
  constructor(object, keys, actual) {
    for (const key of keys) {
      if (!(key in object)) continue;
      const matched = actual !== undefined && typeof actual[key] === 'string' &&
        types.isRegExp(object[key]) && object[key].exec(actual[key]) !== null;
      this[key] = matched ? actual[key] : object[key];
    }
  }
}

function compareKey(actual, expected, key, message, keys, fn) {
  if (key in actual && isDeepStrictEqual(actual[key], expected[key])) return;
  if (message) {
    throw failure({ actual, expected, message, operator: fn.name, stackStartFn: fn });
  }
  const error = new AssertionError({
    actual: new Comparison(actual, keys),
    expected: new Comparison(expected, keys, actual),
    operator: 'deepStrictEqual',
    stackStartFn: fn,
  });
  Object.assign(error, { actual, expected, operator: fn.name });
  throw error;
}

function failure(options) {
  return options.message instanceof Error ? options.message : new AssertionError(options);
}

function getActual(fn) {
  validateFunction(fn, 'fn');
  try {
    fn();
  } catch (error) {
    return error;
  }
  return kNothing;
}

function isPromiseLike(value) {
  return types.isPromise(value) || (value !== null && typeof value === 'object' &&
    typeof value.then === 'function' && typeof value.catch === 'function');
}

async function waitForActual(promiseFn) {
  let promise = promiseFn;
  if (typeof promiseFn === 'function') {
    promise = promiseFn();
    if (!isPromiseLike(promise)) {
      throw new codes.ERR_INVALID_RETURN_VALUE('instance of Promise', 'promiseFn', promise);
    }
  } else if (!isPromiseLike(promiseFn)) {
    throw new codes.ERR_INVALID_ARG_TYPE('promiseFn', ['Function', 'Promise'], promiseFn);
  }
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return kNothing;
}

function checkObject(actual, expected, message, fn) {
  validateObject(expected, 'error', 7);
  if (typeof actual !== 'object' || actual === null) {
    const error = new AssertionError({
      actual, expected, message, operator: 'deepStrictEqual', stackStartFn: fn,
    });
    error.operator = fn.name;
    throw error;
  }
  const keys = Object.keys(expected);
  if (expected instanceof Error) {
    keys.push('name', 'message');
  } else if (keys.length === 0) {
    throw new codes.ERR_INVALID_ARG_VALUE('error', expected, 'may not be an empty object');
  }
  for (const key of keys) {
    if (typeof actual[key] === 'string' && types.isRegExp(expected[key]) &&
        expected[key].exec(actual[key]) !== null) {
      continue;
    }
    compareKey(actual, expected, key, message, keys, fn);
  }
}

function checkPattern(actual, expected, message, fn) {
  const text = String(actual);
  if (expected.exec(text) !== null) return;
  throw failure({
    actual,
    expected,
    message: message || `The input did not match the regular expression ${inspect(expected)}. ` +
      `Input:\n\n${inspect(text)}\n`,
    generated: !message,
    operator: fn.name,
    stackStartFn: fn,
  });
}

// A function is the class that the error must be of, or checks it itself.
function checkFunction(actual, expected, message, fn) {
  if (expected.prototype !== undefined && actual instanceof expected) return;
  let text = message;
  if (Object.prototype.isPrototypeOf.call(Error, expected) || expected === Error) {
    if (!text) {
      text = `The error is expected to be an instance of "${expected.name}". Received `;
      text += isError(actual) ? `"${actual.name}"` : `"${inspect(actual, { depth: -1 })}"`;
    }
    if (!message && isError(actual)) text += `\n\nError message:\n\n${actual.message}`;
  } else {
    const result = Reflect.apply(expected, {}, [actual]);
    if (result === true) return;
    if (!text) {
      const name = expected.name ? `"${expected.name}" ` : '';
      text = `The ${name}validation function is expected to return "true". Received ` +
        inspect(result);
      if (isError(actual)) text += `\n\nCaught error:\n\n${actual}`;
    }
  }
  throw failure({
    actual, expected, message: text, generated: !message, operator: fn.name, stackStartFn: fn,
  });
}

function checkThrown(actual, expected, message, fn) {
  let own;
  try {
    if (typeof expected === 'function') checkFunction(actual, expected, message, fn);
    else if (types.isRegExp(expected)) checkPattern(actual, expected, message, fn);
    else checkObject(actual, expected, message, fn);
    return;
  } catch (error) {
    own = error;
  }
  if (own instanceof AssertionError && !message) own.generatedMessage = true;
  throw own;
}

function checkExpected(fn, actual, args) {
  let [expected, message] = args;
  if (typeof expected === 'string') {
    if (args.length === 2) {
      throw new codes.ERR_INVALID_ARG_TYPE(
        'error', ['Object', 'Error', 'Function', 'RegExp'], expected);
    }
    const text = typeof actual === 'object' && actual !== null ? actual.message : actual;
    if (text === expected) {
      const what = typeof actual === 'object' && actual !== null ? 'error message' : 'error';
      throw new codes.ERR_AMBIGUOUS_ARGUMENT(
        'error/message', `The ${what} "${text}" is identical to the message.`);
    }
    message = expected;
    expected = undefined;
  } else if (expected !== undefined && expected !== null && typeof expected !== 'object' &&
             typeof expected !== 'function') {
    throw new codes.ERR_INVALID_ARG_TYPE(
      'error', ['Object', 'Error', 'Function', 'RegExp'], expected);
  }
  return [expected, message];
}

// For throws and rejects.
function expectsError(fn, actual, ...args) {
  const [expected, message] = checkExpected(fn, actual, args);
  if (actual === kNothing) {
    let details = expected?.name ? ` (${expected.name})` : '';
    details += message ? `: ${message}` : '.';
    throw failure({
      actual: undefined,
      expected,
      operator: fn.name,
      message: message instanceof Error ? message :
        `Missing expected ${fn.name === 'rejects' ? 'rejection' : 'exception'}${details}`,
      stackStartFn: fn,
    });
  }
  if (expected !== undefined && expected !== null) checkThrown(actual, expected, message, fn);
}

function matches(actual, expected) {
  if (expected === undefined) return true;
  if (types.isRegExp(expected)) return expected.exec(String(actual)) !== null;
  if (typeof expected !== 'function') {
    throw new codes.ERR_INVALID_ARG_TYPE('expected', ['Function', 'RegExp'], expected);
  }
  if (expected.prototype !== undefined && actual instanceof expected) return true;
  if (Object.prototype.isPrototypeOf.call(Error, expected)) return false;
  return Reflect.apply(expected, {}, [actual]) === true;
}

// For doesNotThrow and doesNotReject.
function expectsNoError(fn, actual, expected, message) {
  if (actual === kNothing) return;
  if (typeof expected === 'string') {
    message = expected;
    expected = undefined;
  }
  if (!matches(actual, expected)) throw actual;
  const details = message ? `: ${message}` : '.';
  const what = fn.name === 'doesNotReject' ? 'rejection' : 'exception';
  throw failure({
    actual,
    expected,
    operator: fn.name,
    message: `Got unwanted ${what}${details}\nActual message: "${actual?.message}"`,
    stackStartFn: fn,
  });
}

module.exports = { expectsError, expectsNoError, failure, getActual, waitForActual };
