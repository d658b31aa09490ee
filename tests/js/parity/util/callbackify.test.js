'use strict';
// util.callbackify: the callback gets the value or the reason; falsy reasons are wrapped.
const assert = require('node:assert');
const { callbackify } = require('node:util');

let calls = 0;
callbackify(async (x) => x + 1)(1, (error, value) => {
  calls++;
  assert.strictEqual(error, null);
  assert.strictEqual(value, 2);
});
const reason = new Error('r');
callbackify(async () => { throw reason; })((error) => {
  calls++;
  assert.strictEqual(error, reason);
});
callbackify(async () => { throw null; })((error) => {
  calls++;
  assert.strictEqual(error.code, 'ERR_FALSY_VALUE_REJECTION');
  assert.strictEqual(error.message, 'Promise was rejected with falsy value');
  assert.strictEqual(error.reason, null);
});
const object = { n: 7, async get() { return this.n; } };
object.getCallback = callbackify(object.get);
object.getCallback((error, value) => {
  calls++;
  assert.strictEqual(value, 7);
});
assert.strictEqual(object.getCallback.name, 'getCallbackified');
assert.strictEqual(object.getCallback.length, 1);
assert.throws(() => callbackify(1), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => object.getCallback(), {
  message: 'The last argument must be of type function. Received undefined',
});
// What a callback throws is not caught by the promise.
process.once('uncaughtException', (error) => {
  calls++;
  assert.strictEqual(error.message, 'from the callback');
});
callbackify(async () => {})(() => { throw new Error('from the callback'); });
process.on('exit', () => assert.strictEqual(calls, 5));
