'use strict';
// The cause of an error and the errors of an AggregateError.
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

check(inspect(hidden(make(Error, 'outer'), 'cause', make(TypeError, 'inner'))), [
  'Error: outer',
  '    at foo (/a/b.js:1:2) {',
  '  [cause]: TypeError: inner',
  '      at foo (/a/b.js:1:2)',
  '}',
].join('\n'));
check(inspect(hidden(make(Error, 'outer'), 'cause', 'text')), [
  'Error: outer',
  '    at foo (/a/b.js:1:2) {',
  '  [cause]: \'text\'',
  '}',
].join('\n'));
check(inspect(hidden(make(Error, 'outer'), 'cause', { code: 1 })), [
  'Error: outer',
  '    at foo (/a/b.js:1:2) {',
  '  [cause]: { code: 1 }',
  '}',
].join('\n'));
check((() => { const e = make(Error, 'x'); return inspect(hidden(e, 'cause', e)); })(), [
  '<ref *1> Error: x',
  '    at foo (/a/b.js:1:2) {',
  '  [cause]: [Circular *1]',
  '}',
].join('\n'));
check(inspect(hidden(hidden(new AggregateError([]), 'errors', [make(Error, 'a'), make(Error, 'b')]), 'stack', 'AggregateError: two\n    at foo (/a/b.js:1:2)')), [
  'AggregateError: two',
  '    at foo (/a/b.js:1:2) {',
  '  [errors]: [',
  '    Error: a',
  '        at foo (/a/b.js:1:2),',
  '    Error: b',
  '        at foo (/a/b.js:1:2)',
  '  ]',
  '}',
].join('\n'));
