'use strict';
// AssertionError: properties, stack, text, inspection.
const assert = require('node:assert');
const { inspect } = require('node:util');

const error = new assert.AssertionError({ actual: 1, expected: 2, operator: 'strictEqual' });
assert.strictEqual(error.message, 'Expected values to be strictly equal:\n\n1 !== 2\n');
assert.deepStrictEqual({ ...error }, {
  generatedMessage: true, code: 'ERR_ASSERTION', actual: 1, expected: 2, operator: 'strictEqual',
  diff: 'simple',
});
assert.strictEqual(error.name, 'AssertionError');
assert.strictEqual(Object.keys(error).includes('name'), false);
assert.strictEqual(error.stack.split('\n')[0],
                   'AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:');
assert.strictEqual(String(error), `AssertionError [ERR_ASSERTION]: ${error.message}`);
assert.throws(() => new assert.AssertionError(), { code: 'ERR_INVALID_ARG_TYPE' });
assert.strictEqual(new assert.AssertionError({ message: 'own' }).generatedMessage, false);

// Long texts are shortened where the error is shown, not in the error.
const long = new assert.AssertionError({ actual: 'x\n'.repeat(30), expected: 1, message: 'm' });
assert.ok(!inspect(long).includes('x\\n'.repeat(11)));
assert.strictEqual(long.actual.length, 60);

// The assertion itself is not on the stack.
try {
  assert.strictEqual(1, 2);
} catch (e) {
  assert.match(e.stack.split('\n    at ')[1], /assertion_error\.test\.js/);
}
