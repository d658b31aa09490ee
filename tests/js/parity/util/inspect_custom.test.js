'use strict';
// Objects with an inspect method of their own.
const assert = require('node:assert');
const { inspect } = require('node:util');
const custom = inspect.custom;

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(inspect({ [custom]: () => 'text' }), 'text');
check(inspect({ a: { [custom]: () => 'two\nlines' } }), '{\n  a: two\n  lines\n}');
check(inspect({ a: { [custom]: () => ({ b: 1 }) } }), '{ a: { b: 1 } }');
check(inspect({ [custom]: () => 'text' }, { customInspect: false }), [
  '{',
  '  Symbol(nodejs.util.inspect.custom): [Function: [nodejs.util.inspect.custom]]',
  '}',
].join('\n'));
check(inspect({ a: { b: { [custom]: (depth) => `depth ${depth}` } } }), '{ a: { b: depth 0 } }');
check(inspect({ [custom]: (depth, options) => Object.keys(options).join() }),
      'stylize,showHidden,depth,colors,customInspect,showProxy,maxArrayLength,maxString' +
      'Length,breakLength,compact,sorted,getters,numericSeparator');
check(inspect({ [custom]: (depth, options, fn) => fn({ q: 1 }, options) + String(fn === inspect) }),
      '{ q: 1 }true');
check(inspect({ [custom]: (depth, options) => options.extra }, { extra: 'given' }), 'given');
check(inspect({ [custom]: (depth, { stylize }) => stylize('x', 'number') }, { colors: true }),
      '\x1b[33mx\x1b[39m');
check(String(custom), 'Symbol(nodejs.util.inspect.custom)');
