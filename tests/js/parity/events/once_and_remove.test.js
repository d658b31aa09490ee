'use strict';
// once() listeners go before they run; off() finds them by the function given to once().
const assert = require('node:assert');
const EventEmitter = require('node:events');

const emitter = new EventEmitter();
let calls = 0;
const listener = () => {
  calls++;
  assert.strictEqual(emitter.listenerCount('x'), 0);
  emitter.emit('x');
};
emitter.once('x', listener);
assert.deepStrictEqual(emitter.listeners('x'), [listener]);
assert.notStrictEqual(emitter.rawListeners('x')[0], listener);
assert.strictEqual(emitter.rawListeners('x')[0].listener, listener);
emitter.emit('x');
assert.strictEqual(calls, 1);

emitter.prependOnceListener('x', listener);
assert.strictEqual(emitter.off('x', listener), emitter);
assert.strictEqual(emitter.listenerCount('x'), 0);

// The last one added goes first.
const seen = [];
const twice = () => {};
emitter.on('y', twice).on('y', () => seen.push('other')).on('y', twice);
emitter.removeListener('y', twice);
assert.strictEqual(emitter.listeners('y')[0], twice);
assert.strictEqual(emitter.listenerCount('y'), 2);
assert.strictEqual(emitter.listenerCount('y', twice), 1);
emitter.removeAllListeners('y');
assert.deepStrictEqual(emitter.eventNames(), []);
