'use strict';
// Boxed primitives, dates and regular expressions.
const assert = require('node:assert');
const { inspect } = require('node:util');

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(inspect(new Number(3)), '[Number: 3]');
check(inspect(new Number(-0)), '[Number: -0]');
check(inspect(new String('abc')), '[String: \'abc\']');
check(inspect(new Boolean(false)), '[Boolean: false]');
check(inspect(Object(Symbol('q'))), '[Symbol: Symbol(q)]');
check(inspect(Object(3n)), '[BigInt: 3n]');
check(inspect(Object.assign(new Number(3), { a: 1 })), '[Number: 3] { a: 1 }');
check(inspect(Object.assign(new String('ab'), { x: 1 })), '[String: \'ab\'] { x: 1 }');
check(inspect(new (class Num extends Number {})(3)), '[Number (Num): 3]');
check(inspect(Object.setPrototypeOf(new Number(3), null)), '[Number (null prototype): 3]');
check(inspect(new Date(0)), '1970-01-01T00:00:00.000Z');
check(inspect(new Date(NaN)), 'Invalid Date');
check(inspect(Object.assign(new Date(0), { a: 1 })), '1970-01-01T00:00:00.000Z { a: 1 }');
check(inspect(new (class Day extends Date {})(0)), 'Day 1970-01-01T00:00:00.000Z');
check(inspect(/a\/b/gi), '/a\\/b/gi');
check(inspect(Object.assign(/a/, { x: 1 })), '/a/ { x: 1 }');
check(inspect(new (class Re extends RegExp {})('x', 'g')), 'Re /x/g');
check(inspect({ d: new Date(0), r: /x/ }, { depth: 0 }), '{ d: 1970-01-01T00:00:00.000Z, r: /x/ }');
