'use strict';
// A timeout of Atomics.waitAsync is a delayed task of the engine; it wakes a loop that sleeps.
const assert = require('node:assert');

const cells = new Int32Array(new SharedArrayBuffer(8));
const guard = setTimeout(() => assert.fail('not woken'), 20000);
Atomics.waitAsync(cells, 0, 0, 10).value.then((outcome) => {
  assert.strictEqual(outcome, 'timed-out');
  clearTimeout(guard);
});
assert.strictEqual(Atomics.wait(cells, 0, 0, 1), 'timed-out');
process.on('exit', () => assert.ok(!guard.hasRef() || guard._destroyed));
