'use strict';
// A callback that throws does not keep the others from running.
const assert = require('node:assert');

const errors = [];
const ran = [];
process.on('uncaughtException', (error, origin) => errors.push([error.message, origin]));
setTimeout(() => { throw new Error('timer'); }, 1);
setTimeout(() => ran.push('timer'), 1);
setImmediate(() => { throw new Error('immediate'); });
setImmediate(() => ran.push('immediate'));
process.nextTick(() => { throw new Error('tick'); });
process.nextTick(() => ran.push('tick'));
queueMicrotask(() => { throw new Error('microtask'); });
queueMicrotask(() => ran.push('microtask'));
process.on('exit', () => {
  assert.deepStrictEqual(errors.map(([m]) => m).sort(), ['immediate', 'microtask', 'tick', 'timer']);
  assert.ok(errors.every(([, origin]) => origin === 'uncaughtException'));
  assert.deepStrictEqual(ran.sort(), ['immediate', 'microtask', 'tick', 'timer']);
});
