'use strict';
// Old ways to become an emitter: util.inherits, calling the function, mixing the prototype in.
const assert = require('node:assert');
const EventEmitter = require('node:events');
const { inherits } = require('node:util');

function Old() {
  EventEmitter.call(this);
}
inherits(Old, EventEmitter);
const old = new Old();
assert.strictEqual(Old.super_, EventEmitter);
assert.ok(old instanceof EventEmitter);

const mixed = Object.assign({}, EventEmitter.prototype);
let heard = 0;
for (const emitter of [old, mixed, Object.create(EventEmitter.prototype)]) {
  emitter.on('x', () => heard++);
  emitter.emit('x');
}
assert.strictEqual(heard, 3);
assert.strictEqual(EventEmitter.EventEmitter, EventEmitter);
assert.strictEqual(EventEmitter.prototype.on, EventEmitter.prototype.addListener);
assert.strictEqual(EventEmitter.prototype.off, EventEmitter.prototype.removeListener);
assert.deepStrictEqual(Object.keys(EventEmitter.prototype), [
  '_events', '_eventsCount', '_maxListeners', 'setMaxListeners', 'getMaxListeners', 'emit',
  'addListener', 'on', 'prependListener', 'once', 'prependOnceListener', 'removeListener', 'off',
  'removeAllListeners', 'listeners', 'rawListeners', 'listenerCount', 'eventNames',
]);
