'use strict';
// 'unhandledRejection' and 'rejectionHandled'.
const assert = require('node:assert');

const events = [];
process.on('unhandledRejection', (reason, promise) => {
  events.push(['unhandled', reason, promise instanceof Promise]);
  setImmediate(() => promise.catch(() => {}));
});
process.on('rejectionHandled', () => events.push(['handled']));
Promise.reject('plain');
const handledInTime = Promise.reject(new Error('in time'));
handledInTime.catch(() => {});
const handledInTick = Promise.reject(new Error('in tick'));
process.nextTick(() => handledInTick.catch(() => {}));
process.on('exit', () => {
  assert.deepStrictEqual(events, [['unhandled', 'plain', true], ['handled']]);
});
