'use strict';

// CallTracker: functions that must be called a certain number of times.

const { codes } = require('internal/errors');
const { validateUint32 } = require('internal/validators');
const { AssertionError } = require('internal/assert/assertion_error');
const { deprecate } = require('internal/util');

function noop() {}

class Tracked {
  #calls = [];

  constructor({ name, expected, stack }) {
    this.name = name;
    this.expected = expected;
    this.stack = stack;
  }

  track(thisArg, args) {
    this.#calls.push(Object.freeze({ thisArg, arguments: Object.freeze([...args]) }));
  }

  get calls() { return this.#calls; }

  reset() { this.#calls = []; }

  report() {
    if (this.#calls.length === this.expected) return null;
    return {
      message: `Expected the ${this.name} function to be executed ${this.expected} time(s) but ` +
        `was executed ${this.#calls.length} time(s).`,
      actual: this.#calls.length,
      expected: this.expected,
      operator: this.name,
      stack: this.stack,
    };
  }
}

class CallTracker {
  #tracked = new Map();

  calls(fn, expected = 1) {
    if (process._exiting) throw new codes.ERR_UNAVAILABLE_DURING_EXIT();
    if (typeof fn === 'number') {
      expected = fn;
      fn = noop;
    } else if (fn === undefined) {
      fn = noop;
    }
    validateUint32(expected, 'expected', true);
    const tracked = new Tracked({ name: fn.name || 'calls', expected, stack: new Error() });
    const proxy = new Proxy(fn, {
      apply(target, thisArg, args) {
        tracked.track(thisArg, args);
        return Reflect.apply(target, thisArg, args);
      },
    });
    this.#tracked.set(proxy, tracked);
    return proxy;
  }

  #find(fn) {
    const tracked = this.#tracked.get(fn);
    if (tracked === undefined) {
      throw new codes.ERR_INVALID_ARG_VALUE('fn', fn, 'is not a tracked function');
    }
    return tracked;
  }

  getCalls(fn) { return Object.freeze([...this.#find(fn).calls]); }

  reset(fn) {
    if (fn === undefined) for (const tracked of this.#tracked.values()) tracked.reset();
    else this.#find(fn).reset();
  }

  report() {
    return [...this.#tracked.values()].map((t) => t.report()).filter((report) => report !== null);
  }

  verify() {
    const errors = this.report();
    if (errors.length === 0) return;
    throw new AssertionError({
      message: errors.length === 1 ? errors[0].message :
        'Functions were not called the expected number of times',
      details: errors,
    });
  }
}

module.exports = {
  CallTracker: deprecate(CallTracker, 'assert.CallTracker is deprecated.', 'DEP0173'),
};
