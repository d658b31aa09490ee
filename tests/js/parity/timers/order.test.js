'use strict';
// The phases of the event loop: ticks, microtasks, timers, immediates.
const assert = require('node:assert');

const order = [];
const add = (name) => () => order.push(name);
setTimeout(add('timeout'), 1);
setImmediate(() => {
  order.push('immediate');
  process.nextTick(add('tick in immediate'));
  Promise.resolve().then(add('microtask in immediate'));
  setImmediate(add('immediate in immediate'));
});
setImmediate(add('second immediate'));
queueMicrotask(add('microtask'));
process.nextTick(() => {
  order.push('tick');
  process.nextTick(add('tick in tick'));
  Promise.resolve().then(add('promise in tick'));
});
Promise.resolve().then(() => {
  order.push('promise');
  process.nextTick(add('tick in promise'));
});
order.push('main');

process.on('exit', () => {
  const timeout = order.indexOf('timeout');
  assert.ok(timeout > order.indexOf('tick in promise'));
  order.splice(timeout, 1);
  assert.deepStrictEqual(order, [
    'main', 'tick', 'tick in tick', 'microtask', 'promise', 'promise in tick', 'tick in promise',
    'immediate', 'tick in immediate', 'microtask in immediate', 'second immediate',
    'immediate in immediate',
  ]);
});
