'use strict';

// The assertions. makeAssertions() gives them for one set of options, as `assert`, `assert.strict`
// and instances of Assert have them.

const { codes } = require('internal/errors');
const { AssertionError } = require('internal/assert/assertion_error');
const {
  expectsError,
  expectsNoError,
  failure,
  getActual,
  waitForActual,
} = require('internal/assert/throws');

function comparisons() {
  return require('internal/util/comparisons');
}

function requireTwo(count) {
  if (count < 2) throw new codes.ERR_MISSING_ARGS('actual', 'expected');
}

// ok() and assert() itself; fn is the one that was called.
function checkOk(fn, count, value, message, diff) {
  if (value) return;
  let generated = false;
  if (count === 0) {
    generated = true;
    message = 'No value argument passed to `assert.ok()`';
  } else if (message === undefined || message === null) {
    generated = true;
    const text = require('internal/assert/expression').failedExpression(fn);
    if (text !== undefined) {
      message = `The expression evaluated to a falsy value:\n\n${text}\n`;
    }
  } else if (message instanceof Error) {
    throw message;
  }
  const error = new AssertionError({
    actual: value, expected: true, message, operator: '==', stackStartFn: fn, diff,
  });
  error.generatedMessage = generated;
  throw error;
}

function describePattern(string, regexp, isMatch, inspect) {
  if (typeof string !== 'string') {
    return `The "string" argument must be of type string. Received type ${typeof string} ` +
      `(${inspect(string)})`;
  }
  return `${isMatch ? 'The input did not match the regular expression ' :
    'The input was expected to not match the regular expression '}${inspect(regexp)}. ` +
    `Input:\n\n${inspect(string)}\n`;
}

function checkPattern(fn, string, regexp, message, diff) {
  if (!require('internal/util/types').isRegExp(regexp)) {
    throw new codes.ERR_INVALID_ARG_TYPE('regexp', 'RegExp', regexp);
  }
  const isMatch = fn.name === 'match';
  if (typeof string === 'string' && (regexp.exec(string) !== null) === isMatch) return;
  if (message instanceof Error) throw message;
  const { inspect } = require('internal/util/inspect');
  const error = new AssertionError({
    actual: string,
    expected: regexp,
    message: message || describePattern(string, regexp, isMatch, inspect),
    operator: fn.name,
    stackStartFn: fn,
    diff,
  });
  error.generatedMessage = !message;
  throw error;
}

function checkIfError(fn, error) {
  if (error === null || error === undefined) return;
  const { inspect } = require('internal/util/inspect');
  let text = 'ifError got unwanted exception: ';
  if (typeof error === 'object' && typeof error.message === 'string') {
    text += error.message === '' && error.constructor ? error.constructor.name : error.message;
  } else {
    text += inspect(error);
  }
  const made = new AssertionError({
    actual: error, expected: null, operator: 'ifError', message: text, stackStartFn: fn,
  });
  made.generatedMessage = false;
  // The stack of the error itself leads here.
  if (typeof error === 'object' && typeof error.stack === 'string') {
    const own = error.stack;
    const start = own.indexOf('\n    at');
    if (start !== -1) {
      const frames = own.slice(start + 1).split('\n');
      let here = made.stack.split('\n');
      const shared = here.findIndex((line) => frames.includes(line));
      if (shared !== -1) here = here.slice(0, shared);
      made.stack = `${here.join('\n')}\n${frames.join('\n')}`;
    }
  }
  throw made;
}

// options: { diff, skipPrototype }
function makeAssertions(options) {
  const { diff, skipPrototype } = options;

  // holds: whether the assertion is kept.
  function check(holds, fn, operator, actual, expected, message) {
    if (!holds) {
      throw failure({ actual, expected, message, operator, stackStartFn: fn, diff });
    }
  }
  const strictly = (a, b) => comparisons().isDeepStrictEqual(a, b, skipPrototype);
  /* eslint-disable eqeqeq */
  const loosely = (a, b) => a == b || (Number.isNaN(a) && Number.isNaN(b));
  /* eslint-enable eqeqeq */

  return {
    fail: function fail(message) {
      if (message instanceof Error) throw message;
      const generated = message === undefined;
      const error = new AssertionError({
        message: generated ? 'Failed' : message, operator: 'fail', stackStartFn: fail, diff,
      });
      error.generatedMessage = generated;
      throw error;
    },
    equal: function equal(actual, expected, message) {
      requireTwo(arguments.length);
      check(loosely(actual, expected), equal, '==', actual, expected, message);
    },
    notEqual: function notEqual(actual, expected, message) {
      requireTwo(arguments.length);
      check(!loosely(actual, expected), notEqual, '!=', actual, expected, message);
    },
    deepEqual: function deepEqual(actual, expected, message) {
      requireTwo(arguments.length);
      check(comparisons().isDeepEqual(actual, expected), deepEqual, 'deepEqual', actual, expected,
            message);
    },
    notDeepEqual: function notDeepEqual(actual, expected, message) {
      requireTwo(arguments.length);
      check(!comparisons().isDeepEqual(actual, expected), notDeepEqual, 'notDeepEqual', actual,
            expected, message);
    },
    deepStrictEqual: function deepStrictEqual(actual, expected, message) {
      requireTwo(arguments.length);
      check(strictly(actual, expected), deepStrictEqual, 'deepStrictEqual', actual, expected,
            message);
    },
    notDeepStrictEqual: function notDeepStrictEqual(actual, expected, message) {
      requireTwo(arguments.length);
      check(!strictly(actual, expected), notDeepStrictEqual, 'notDeepStrictEqual', actual, expected,
            message);
    },
    strictEqual: function strictEqual(actual, expected, message) {
      requireTwo(arguments.length);
      check(Object.is(actual, expected), strictEqual, 'strictEqual', actual, expected, message);
    },
    notStrictEqual: function notStrictEqual(actual, expected, message) {
      requireTwo(arguments.length);
      check(!Object.is(actual, expected), notStrictEqual, 'notStrictEqual', actual, expected,
            message);
    },
    partialDeepStrictEqual: function partialDeepStrictEqual(actual, expected, message) {
      requireTwo(arguments.length);
      check(comparisons().isPartialStrictEqual(actual, expected), partialDeepStrictEqual,
            'partialDeepStrictEqual', actual, expected, message);
    },
    match: function match(string, regexp, message) {
      checkPattern(match, string, regexp, message, diff);
    },
    doesNotMatch: function doesNotMatch(string, regexp, message) {
      checkPattern(doesNotMatch, string, regexp, message, diff);
    },
    throws: function throws(fn, ...args) {
      expectsError(throws, getActual(fn), ...args);
    },
    rejects: async function rejects(promiseFn, ...args) {
      expectsError(rejects, await waitForActual(promiseFn), ...args);
    },
    doesNotThrow: function doesNotThrow(fn, ...args) {
      expectsNoError(doesNotThrow, getActual(fn), ...args);
    },
    doesNotReject: async function doesNotReject(fn, ...args) {
      expectsNoError(doesNotReject, await waitForActual(fn), ...args);
    },
    ifError: function ifError(error) {
      checkIfError(ifError, error);
    },
  };
}

module.exports = { checkOk, makeAssertions };
