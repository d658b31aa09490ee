'use strict';
// Plain objects: keys, quotes, depth, line breaks.
const assert = require('node:assert');
const { inspect } = require('node:util');

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(inspect({}), '{}');
check(inspect({ a: 1, b: 'x', c: null, d: undefined }),
      '{ a: 1, b: \'x\', c: null, d: undefined }');
check(inspect({ 'a-b': 1, 2: 3, '': 4, $: 5, _x: 6 }),
      '{ \'2\': 3, \'a-b\': 1, \'\': 4, \'$\': 5, _x: 6 }');
check(inspect(JSON.parse('{"__proto__":1}')), '{ [\'__proto__\']: 1 }');
check(inspect({ a: { b: { c: {} } } }), '{ a: { b: { c: {} } } }');
check(inspect({ a: { b: { c: { d: 1 } } } }), '{ a: { b: { c: [Object] } } }');
check(inspect({ a: { b: { c: { d: 1 } } } }, { depth: 0 }), '{ a: [Object] }');
check(inspect({ a: { b: { c: { d: 1 } } } }, { depth: null }), '{\n  a: { b: { c: { d: 1 } } }\n}');
check(inspect({ a: 'x'.repeat(60) }),
      '{ a: \'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\' }');
check(inspect({ a: 'x'.repeat(70) }), [
  '{',
  '  a: \'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\'',
  '}',
].join('\n'));
check(inspect({ a: 'x'.repeat(30), b: 'y'.repeat(30), c: 1 }), [
  '{',
  '  a: \'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\',',
  '  b: \'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\',',
  '  c: 1',
  '}',
].join('\n'));
check(inspect({ [Symbol('s')]: 1, [Symbol('a b')]: 2 }), '{ Symbol(s): 1, Symbol(a b): 2 }');
check(inspect(Object.defineProperty({ a: 1 }, 'h', { value: 2 })), '{ a: 1 }');
check(inspect(Object.defineProperty({ a: 1 }, 'h', { value: 2 }), { showHidden: true }),
      '{ a: 1, [h]: 2 }');
check(inspect({ a: 1, b: 2, c: 3 }, { breakLength: 10 }), '{\n  a: 1,\n  b: 2,\n  c: 3\n}');
check(inspect({ first: { second: { third: { fourth: 1 } } }, list: [{ a: 1, b: [1, 2] }, {}] }), [
  '{',
  '  first: { second: { third: [Object] } },',
  '  list: [ { a: 1, b: [Array] }, {} ]',
  '}',
].join('\n'));
check(inspect({ c: 1, a: 2, b: { z: 1, y: 2 } }, { sorted: true }),
      '{ a: 2, b: { y: 2, z: 1 }, c: 1 }');
check(inspect({ a: 1, b: 2 }, { sorted: (x, y) => (x < y ? 1 : -1) }), '{ b: 2, a: 1 }');
