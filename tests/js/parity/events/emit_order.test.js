'use strict';
// Listeners run in the order of their adding; those added or removed meanwhile wait for the next emit.
const assert = require('node:assert');
const EventEmitter = require('node:events');

const emitter = new EventEmitter();
const log = [];
const late = () => log.push('late');
const removed = () => log.push('removed');
emitter.on('x', function(...args) {
  log.push(['first', ...args]);
  assert.strictEqual(this, emitter);
  emitter.on('x', late);
  emitter.off('x', removed);
});
emitter.on('x', removed);
emitter.prependListener('x', () => log.push('before'));
assert.strictEqual(emitter.emit('x', 1, 2), true);
assert.deepStrictEqual(log, ['before', ['first', 1, 2], 'removed']);
emitter.emit('x');
assert.deepStrictEqual(log.slice(3), ['before', ['first'], 'late']);
assert.strictEqual(emitter.emit('nothing'), false);
