'use strict';
// Listeners of an EventTarget: order, once, objects, duplicates, capture, signal.
const assert = require('node:assert');

const target = new EventTarget();
const log = [];
const listener = function(event) {
  log.push('fn');
  assert.strictEqual(this, target);
  assert.strictEqual(event.target, target);
};
const object = { handleEvent() { log.push('object'); assert.strictEqual(this, object); } };
target.addEventListener('x', listener);
target.addEventListener('x', listener);
target.addEventListener('x', listener, true);
target.addEventListener('x', object);
target.addEventListener('x', () => log.push('once'), { once: true });
const controller = new AbortController();
target.addEventListener('x', () => log.push('signal'), { signal: controller.signal });
const event = new Event('x');
assert.strictEqual(target.dispatchEvent(event), true);
assert.deepStrictEqual(log, ['fn', 'fn', 'object', 'once', 'signal']);
assert.strictEqual(event.currentTarget, null);

log.length = 0;
controller.abort();
target.removeEventListener('x', listener, true);
target.removeEventListener('x', object);
target.dispatchEvent(new Event('x'));
assert.deepStrictEqual(log, ['fn']);

target.addEventListener('state', (e) => {
  assert.strictEqual(e.currentTarget, target);
  assert.strictEqual(e.eventPhase, Event.AT_TARGET);
  assert.deepStrictEqual(e.composedPath(), [target]);
});
target.dispatchEvent(new Event('state'));

target.addEventListener('stop', (e) => e.stopImmediatePropagation());
target.addEventListener('stop', () => assert.fail('stopped'));
target.dispatchEvent(new Event('stop'));

target.addEventListener('no', (e) => e.preventDefault());
assert.strictEqual(target.dispatchEvent(new Event('no', { cancelable: true })), false);
assert.strictEqual(target.dispatchEvent(new Event('no')), true);

log.length = 0;
target.addEventListener('again', (e) => {
  assert.throws(() => target.dispatchEvent(e), { code: 'ERR_EVENT_RECURSION' });
  log.push('refused');
});
target.dispatchEvent(new Event('again'));
assert.deepStrictEqual(log, ['refused']);
