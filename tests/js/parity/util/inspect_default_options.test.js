'use strict';
// inspect.defaultOptions apply to every call and can be changed.
const assert = require('node:assert');
const { inspect } = require('node:util');

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(JSON.stringify(inspect.defaultOptions),
      '{"showHidden":false,"depth":2,"colors":false,"customInspect":true,"showProxy":fa' +
      'lse,"maxArrayLength":100,"maxStringLength":10000,"breakLength":80,"compact":3,"s' +
      'orted":false,"getters":false,"numericSeparator":false}');
check((() => { inspect.defaultOptions = { depth: 0 }; return inspect({ a: { b: 1 } }); })(),
      '{ a: [Object] }');
check((() => { inspect.defaultOptions.depth = 2; return inspect({ a: { b: 1 } }); })(),
      '{ a: { b: 1 } }');
check((() => { try { inspect.defaultOptions = null; } catch (e) { return e.message; } })(),
      'The "options" argument must be of type object. Received null');
check(inspect({ a: { b: { c: 1 } } }, false, 0), '{ a: [Object] }');
check(inspect({ a: 1 }, true, null, true), '{ a: \x1b[33m1\x1b[39m }');
