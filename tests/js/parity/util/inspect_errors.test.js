'use strict';
// Errors: stack, class, extra properties.
const assert = require('node:assert');
const { inspect } = require('node:util');
// An error whose stack is the same everywhere.
function make(Class, message, properties) {
  const error = new Class(message);
  const name = Class === AggregateError ? 'AggregateError' : error.name;
  error.stack = `${name}${message ? `: ${message}` : ''}\n    at foo (/a/b.js:1:2)`;
  return Object.assign(error, properties);
}
function hidden(error, key, value) {
  return Object.defineProperty(error, key, { value, configurable: true, writable: true });
}

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(inspect(make(Error, 'boom')), 'Error: boom\n    at foo (/a/b.js:1:2)');
check(inspect({ e: make(Error, 'boom') }), '{\n  e: Error: boom\n      at foo (/a/b.js:1:2)\n}');
check(inspect([make(Error, 'a'), make(Error, 'b')]), [
  '[',
  '  Error: a',
  '      at foo (/a/b.js:1:2),',
  '  Error: b',
  '      at foo (/a/b.js:1:2)',
  ']',
].join('\n'));
check(inspect(make(Error, 'x', { code: 'E1', a: { b: 1 } })), [
  'Error: x',
  '    at foo (/a/b.js:1:2) {',
  '  code: \'E1\',',
  '  a: { b: 1 }',
  '}',
].join('\n'));
check(inspect(make(class MyError extends Error {}, 'm')), 'MyError: m\n    at foo (/a/b.js:1:2)');
check(inspect(make(class Mine extends Error {}, 'm')), 'Mine [Error]: m\n    at foo (/a/b.js:1:2)');
check(inspect(make(Error, 'm', { name: 'Custom' })), [
  'Error: m',
  '    at foo (/a/b.js:1:2) {',
  '  name: \'Custom\'',
  '}',
].join('\n'));
check(inspect(hidden(make(Error, 'm'), 'stack', undefined)), '[Error: m]');
check(inspect(hidden(make(Error, 'm'), 'stack', 'Error: m')), '[Error: m]');
check(inspect(hidden(make(Error, 'm'), 'stack', 'other text\n    at x (/a.js:1:1)')), [
  'other text',
  '    at x (/a.js:1:1)',
].join('\n'));
check(inspect(make(Error, '')), 'Error\n    at foo (/a/b.js:1:2)');
check(inspect(Object.setPrototypeOf(make(Error, 'm'), null)), [
  '[Error: null prototype]: m',
  '    at foo (/a/b.js:1:2)',
].join('\n'));
check(inspect((() => { const e = make(Error, 'x'); e.self = e; return e; })()), [
  '<ref *1> Error: x',
  '    at foo (/a/b.js:1:2) {',
  '  self: [Circular *1]',
  '}',
].join('\n'));
check(inspect(Object.assign(Object.create(Error.prototype), { message: 'm' })), '[Error: m]');
check(inspect({ a: { b: { c: make(Error, 'deep') } } }), [
  '{',
  '  a: {',
  '    b: {',
  '      c: Error: deep',
  '          at foo (/a/b.js:1:2)',
  '    }',
  '  }',
  '}',
].join('\n'));
check(inspect(make(TypeError, 'two\nlines')), 'TypeError: two\nlines\n    at foo (/a/b.js:1:2)');
