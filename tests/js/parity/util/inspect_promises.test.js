'use strict';
// Promises show their state.
const assert = require('node:assert');
const { inspect } = require('node:util');
const rejected = Promise.reject(new RangeError('no'));
rejected.catch(() => {});
const bad = Promise.reject(3);
bad.catch(() => {});

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(inspect(Promise.resolve(4)), 'Promise { 4 }');
check(inspect(new Promise(() => {})), 'Promise { <pending> }');
check(inspect(bad), 'Promise { <rejected> 3 }');
check(inspect(Promise.resolve({ a: { b: {} } })), 'Promise { { a: { b: {} } } }');
check(inspect(Object.assign(Promise.resolve(1), { x: 1 })), 'Promise { 1, x: 1 }');
check(inspect(rejected).split('\n').slice(0, 2).join('|'), 'Promise {|  <rejected> RangeError: no');
