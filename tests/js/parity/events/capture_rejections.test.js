'use strict';
// With captureRejections, a listener's rejection becomes 'error' or goes to the emitter's method.
const assert = require('node:assert');
const EventEmitter = require('node:events');

const plain = new EventEmitter({ captureRejections: true });
const method = new EventEmitter({ captureRejections: true });
const log = [];
plain.on('x', async () => { throw new Error('from x'); });
plain.on('error', (error) => log.push(error.message));
method[EventEmitter.captureRejectionSymbol] = (error, ...rest) => log.push([error.message, ...rest]);
method.on('y', async () => { throw new Error('from y'); });
plain.emit('x');
method.emit('y', 1, 2);
assert.strictEqual(EventEmitter.captureRejections, false);
assert.strictEqual(EventEmitter.captureRejectionSymbol, Symbol.for('nodejs.rejection'));
setImmediate(() => assert.deepStrictEqual(log, ['from x', ['from y', 'y', 1, 2]]));
