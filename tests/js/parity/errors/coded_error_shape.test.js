'use strict';
// Errors with a code: class, name, text, stack, enumerable properties.
const assert = require('node:assert');
const { inspect } = require('node:util');

function fail() {
  require('node:path').join(5);
}
assert.throws(fail, (error) => {
  assert.ok(error instanceof TypeError);
  assert.strictEqual(error.name, 'TypeError');
  assert.strictEqual(error.code, 'ERR_INVALID_ARG_TYPE');
  assert.strictEqual(error.message,
                     'The "path" argument must be of type string. Received type number (5)');
  assert.strictEqual(String(error), `TypeError [ERR_INVALID_ARG_TYPE]: ${error.message}`);
  const lines = error.stack.split('\n');
  assert.strictEqual(lines[0], `TypeError [ERR_INVALID_ARG_TYPE]: ${error.message}`);
  // Where the argument was checked is not shown.
  assert.match(lines[1], /at Object\.join|at join/);
  assert.match(lines[2], /at fail/);
  assert.deepStrictEqual(Object.keys(error), ['code']);
  assert.strictEqual(Object.hasOwn(error, 'name'), false);
  assert.ok(inspect(error).startsWith(`TypeError [ERR_INVALID_ARG_TYPE]: ${error.message}\n    at `));
  assert.ok(inspect(error).endsWith("{\n  code: 'ERR_INVALID_ARG_TYPE'\n}"));
  return true;
});
