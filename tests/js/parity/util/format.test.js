'use strict';
// util.format: every directive.
const assert = require('node:assert');
const { format, formatWithOptions } = require('node:util');

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(format('%s %s', 'a', 1), 'a 1');
check(format('%s', -0), '-0');
check(format('%s', 12n), '12n');
check(format('%s', Symbol('x')), 'Symbol(x)');
check(format('%s', { a: { b: { c: 1 } } }), '{ a: [Object] }');
check(format('%s', [1, [2, [3]]]), '[ 1, [Array] ]');
check(format('%s', () => 1), '() => 1');
check(format('%s', class A {}), 'class A {}');
check(format('%s', { toString() { return 'own'; } }), 'own');
check(format('%s', new (class { toString() { return 'class'; } })()), 'class');
check(format('%s', null), 'null');
check(format('%s', undefined), 'undefined');
check(format('%s', Object.create(null)), '[Object: null prototype] {}');
check(format('%s', new Date(0)), '1970-01-01T00:00:00.000Z');
check(format('%d', '42'), '42');
check(format('%d', '4x'), 'NaN');
check(format('%d', 4n), '4n');
check(format('%d', Symbol('x')), 'NaN');
check(format('%d', {}), 'NaN');
check(format('%i', 42.9), '42');
check(format('%i', '7px'), '7');
check(format('%i', 5n), '5n');
check(format('%f', '1.50'), '1.5');
check(format('%f', Symbol('x')), 'NaN');
check(format('%j', { a: [1] }), '{"a":[1]}');
check(format('%j', undefined), 'undefined');
check(format('%j', (() => { const o = {}; o.o = o; return o; })()), '[Circular]');
check(format('%o', { f: [1] }), '{ f: [ 1, [length]: 1 ] }');
check(format('%O', { a: { b: { c: { d: 1 } } } }), '{ a: { b: { c: [Object] } } }');
check(format('%c', 'css'), '');
check(format('%%'), '%%');
check(format('%%%s%%', 'x'), '%x%');
check(format('%'), '%');
check(format('100%', 1), '100% 1');
check(format('%x', 1), '%x 1');
check(format('%s'), '%s');
check(format('%s:%s', 'one'), 'one:%s');
check(format('a', 'b', { c: 1 }, 2), 'a b { c: 1 } 2');
check(format(1, 'two', [3]), '1 two [ 3 ]');
check(format(''), '');
check(format(), '');
check(format({ a: 1 }), '{ a: 1 }');
check(formatWithOptions({ colors: true }, '%s %O', { a: 1 }, { b: 2 }),
      '{ a: 1 } { b: \x1b[33m2\x1b[39m }');
check(formatWithOptions({ compact: false }, '%O', { a: { b: 1 } }), '{\n  a: {\n    b: 1\n  }\n}');
check(formatWithOptions({ numericSeparator: true }, '%s %d', 12345, 12345), '12_345 12_345');
