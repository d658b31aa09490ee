'use strict';
// assert.ok without a message shows the call that failed.
const assert = require('node:assert');

function messageOf(call) {
  try {
    call();
  } catch (error) {
    assert.strictEqual(error.generatedMessage, true);
    assert.strictEqual(error.operator, '==');
    return error.message;
  }
  return '';
}
const value = 0;
const shown = (text) => `The expression evaluated to a falsy value:\n\n  ${text}\n`;
assert.strictEqual(messageOf(() => assert.ok(value === 1)), shown('assert.ok(value === 1)'));
assert.strictEqual(messageOf(() => assert(value)), shown('assert(value)'));
assert.strictEqual(messageOf(() => assert.strict.ok(null, undefined)),
                   shown('assert.strict.ok(null, undefined)'));
assert.strictEqual(messageOf(() => assert.ok(/\)/.test('(') || `t${`)`}` === value)),
                   shown("assert.ok(/\\)/.test('(') || `t${`)`}` === value)"));
