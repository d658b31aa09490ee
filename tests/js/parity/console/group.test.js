'use strict';
// Groups indent every line.
const assert = require('node:assert');
const { Console } = require('node:console');
const { Writable } = require('node:stream');

function run(options, use) {
  let text = '';
  const stdout = new Writable({ write(chunk, _, callback) { text += chunk; callback(); } });
  use(new Console({ stdout, ...options }));
  return text;
}
assert.strictEqual(run({}, (console) => {
  console.group('G', 1);
  console.log('two\nlines');
  console.groupCollapsed();
  console.error({ a: { b: 1 } });
  console.groupEnd();
  console.groupEnd();
  console.groupEnd();
  console.log('out');
}), 'G 1\n  two\n  lines\n    { a: { b: 1 } }\nout\n');
assert.strictEqual(run({ groupIndentation: 4 }, (console) => {
  console.group();
  console.log('x');
}), '    x\n');
