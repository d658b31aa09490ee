'use strict';
// AbortSignal.timeout: a TimeoutError; the timer alone keeps no process alive.
const assert = require('node:assert');

const keepAlive = setTimeout(() => assert.fail('the signal was late'), 5000);
const signal = AbortSignal.timeout(1);
assert.strictEqual(signal.aborted, false);
AbortSignal.timeout(100000);
AbortSignal.any([signal]).onabort = (event) => {
  assert.strictEqual(event.target.reason.name, 'TimeoutError');
  assert.strictEqual(event.target.reason.code, 23);
  assert.strictEqual(event.target.reason.message, 'The operation was aborted due to timeout');
  clearTimeout(keepAlive);
};
