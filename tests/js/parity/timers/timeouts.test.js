'use strict';
// setTimeout and friends: order, arguments, clearing, refresh, ref and unref, durations.
const assert = require('node:assert');

const seen = [];
setTimeout((...args) => seen.push(args), 5, 1, 'two');
setTimeout(() => seen.push('late'), 20);
setTimeout(() => seen.push('early'), 2);
clearTimeout(setTimeout(() => assert.fail('cleared'), 1));
clearTimeout(+setTimeout(() => assert.fail('cleared by number'), 1));
clearTimeout(`${+setTimeout(() => assert.fail('cleared by text'), 1)}`);
clearTimeout(undefined);
clearTimeout({});
setTimeout(() => assert.fail('unreferenced'), 1000).unref();

let count = 0;
const interval = setInterval(() => {
  if (++count === 3) clearInterval(interval);
}, 1);

const timer = setTimeout(() => {}, 50);
assert.strictEqual(timer.hasRef(), true);
assert.strictEqual(timer.unref(), timer);
assert.strictEqual(timer.hasRef(), false);
assert.strictEqual(timer.ref(), timer);
assert.strictEqual(timer.refresh(), timer);
assert.strictEqual(timer.close(), timer);

// A timer that clears another of the same list, and itself.
const victim = setTimeout(() => assert.fail('victim'), 3);
const killer = setTimeout(() => { clearTimeout(victim); clearTimeout(killer); }, 2);

for (const bad of [undefined, null, 'x', 1, {}]) {
  assert.throws(() => setTimeout(bad, 1), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => setImmediate(bad), { code: 'ERR_INVALID_ARG_TYPE' });
}
clearImmediate(setImmediate(() => assert.fail('cleared immediate')));

process.on('exit', () => {
  assert.deepStrictEqual(seen, ['early', [1, 'two'], 'late']);
  assert.strictEqual(count, 3);
});
