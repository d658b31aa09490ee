'use strict';
// assert.rejects and doesNotReject.
const assert = require('node:assert');

async function messageOf(promise) {
  try {
    await promise;
  } catch (error) {
    return `${error.name} ${error.code}: ${error.message}`;
  }
  return 'resolved';
}
(async () => {
  const no = async () => { throw new RangeError('no'); };
  assert.strictEqual(await messageOf(assert.rejects(no)), 'resolved');
  assert.strictEqual(await messageOf(assert.rejects(no(), RangeError)), 'resolved');
  assert.strictEqual(await messageOf(assert.rejects(no, { message: /n/, name: 'RangeError' })), 'resolved');
  assert.strictEqual(await messageOf(assert.rejects(Promise.resolve(1))),
                     'AssertionError ERR_ASSERTION: Missing expected rejection.');
  assert.strictEqual(await messageOf(assert.rejects(async () => {}, TypeError, 'own')),
                     'AssertionError ERR_ASSERTION: Missing expected rejection (TypeError): own');
  assert.strictEqual(await messageOf(assert.rejects(5)),
                     'TypeError ERR_INVALID_ARG_TYPE: The "promiseFn" argument must be of type ' +
                     'function or an instance of Promise. Received type number (5)');
  assert.strictEqual(await messageOf(assert.rejects(() => 5)),
                     'TypeError ERR_INVALID_RETURN_VALUE: Expected instance of Promise to be ' +
                     'returned from the "promiseFn" function but got type number (5).');
  assert.strictEqual(await messageOf(assert.doesNotReject(no)),
                     'AssertionError ERR_ASSERTION: Got unwanted rejection.\nActual message: "no"');
  assert.strictEqual(await messageOf(assert.doesNotReject(async () => 1)), 'resolved');
})();
