'use strict';
// An error of a listener is an uncaught exception and stops no other listener.
const assert = require('node:assert');

const target = new EventTarget();
const log = [];
target.addEventListener('x', () => { throw new Error('bad'); });
target.addEventListener('x', async () => { throw new Error('async bad'); });
target.addEventListener('x', () => log.push('still'));
process.on('uncaughtException', (error) => log.push(error.message));
target.dispatchEvent(new Event('x'));
assert.deepStrictEqual(log, ['still']);
setImmediate(() => {
  process.removeAllListeners('uncaughtException');
  assert.deepStrictEqual(log, ['still', 'bad', 'async bad']);
});
