'use strict';
// An 'error' event that nobody listens to is thrown; errorMonitor sees it before.
const assert = require('node:assert');
const EventEmitter = require('node:events');

const emitter = new EventEmitter();
const error = new RangeError('mine');
assert.throws(() => emitter.emit('error', error), error);
assert.throws(() => emitter.emit('error', { a: 1 }), {
  name: 'Error',
  code: 'ERR_UNHANDLED_ERROR',
  message: 'Unhandled error. ({ a: 1 })',
  context: { a: 1 },
});
assert.throws(() => emitter.emit('error'), { message: 'Unhandled error. (undefined)' });

const seen = [];
emitter.on(EventEmitter.errorMonitor, (e) => seen.push(e));
assert.throws(() => emitter.emit('error', error), error);
emitter.on('error', () => seen.push('handled'));
emitter.emit('error', error);
assert.deepStrictEqual(seen, [error, error, 'handled']);
