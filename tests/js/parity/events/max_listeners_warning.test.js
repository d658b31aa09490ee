'use strict';
// More listeners than allowed: one warning for the emitter and the event.
const assert = require('node:assert');
const EventEmitter = require('node:events');

class Radio extends EventEmitter {}
const radio = new Radio();
const warnings = [];
process.on('warning', (warning) => warnings.push(warning));
process.removeAllListeners('warning');
process.on('warning', (warning) => warnings.push(warning));
for (let i = 0; i < 12; i++) radio.on('x', () => {});
radio.setMaxListeners(0);
for (let i = 0; i < 20; i++) radio.on('y', () => {});
const target = new EventTarget();
EventEmitter.setMaxListeners(1, target);
for (let i = 0; i < 3; i++) target.addEventListener('z', () => {});
assert.strictEqual(EventEmitter.getMaxListeners(target), 1);
assert.strictEqual(EventEmitter.getMaxListeners(radio), 0);
assert.strictEqual(EventEmitter.defaultMaxListeners, 10);

setImmediate(() => {
  assert.strictEqual(warnings.length, 2);
  const [first, second] = warnings;
  assert.strictEqual(first.name, 'MaxListenersExceededWarning');
  assert.strictEqual(first.message,
                     'Possible EventEmitter memory leak detected. 11 x listeners added to [Radio]. ' +
                     'MaxListeners is 10. Use emitter.setMaxListeners() to increase limit');
  assert.strictEqual(first.emitter, radio);
  assert.strictEqual(first.type, 'x');
  assert.strictEqual(first.count, 11);
  assert.strictEqual(second.message,
                     'Possible EventTarget memory leak detected. 2 z listeners added to EventTarget. ' +
                     'MaxListeners is 1. Use events.setMaxListeners() to increase limit');
});
