'use strict';
// 'uncaughtExceptionMonitor', then 'uncaughtException'; the capture callback takes both's place.
const assert = require('node:assert');

const events = [];
process.on('uncaughtExceptionMonitor', (error, origin) => events.push(['monitor', error, origin]));
process.on('uncaughtException', (error, origin) => {
  events.push(['handler', error, origin]);
  if (error === 'second') {
    process.setUncaughtExceptionCaptureCallback((e) => events.push(['capture', e]));
    assert.throws(() => process.setUncaughtExceptionCaptureCallback(() => {}),
      { code: 'ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET' });
    setTimeout(() => { throw 'third'; });
  }
});
setTimeout(() => { throw 'first'; });
Promise.reject('second').then();
process.removeAllListeners('unhandledRejection');
process.on('exit', () => {
  const plain = events.map(([kind, error, origin]) => [kind, error?.message ?? error, origin]);
  assert.ok(plain.some(([kind, e, o]) => kind === 'monitor' && e === 'first' && o === 'uncaughtException'));
  assert.ok(plain.some(([kind, e, o]) => kind === 'handler' && /second/.test(e) && o === 'unhandledRejection'));
});
setTimeout(() => process.setUncaughtExceptionCaptureCallback((e) => events.push(['capture', e])), 5);
setTimeout(() => { throw 'captured'; }, 10);
process.on('exit', () => assert.deepStrictEqual(events.at(-1), ['capture', 'captured']));
