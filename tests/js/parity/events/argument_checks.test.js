'use strict';
// Wrong arguments have their codes and messages.
const assert = require('node:assert');
const EventEmitter = require('node:events');

const emitter = new EventEmitter();
const type = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });
const range = (message) => ({ name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message });
for (const method of ['on', 'addListener', 'once', 'off', 'prependListener', 'prependOnceListener']) {
  assert.throws(() => emitter[method]('x', 1), type(
    'The "listener" argument must be of type function. Received type number (1)'));
}
assert.throws(() => emitter.setMaxListeners(-1), range(
  'The value of "setMaxListeners" is out of range. It must be >= 0. Received -1'));
assert.throws(() => { EventEmitter.defaultMaxListeners = -1; }, range(
  'The value of "defaultMaxListeners" is out of range. It must be >= 0. Received -1'));
assert.throws(() => EventEmitter.setMaxListeners(1, {}), type(
  'The "eventTargets" argument must be an instance of EventEmitter or EventTarget. ' +
  'Received an instance of Object'));
assert.throws(() => EventEmitter.getEventListeners({}, 'x'), type(
  'The "emitter" argument must be an instance of EventEmitter or EventTarget. ' +
  'Received an instance of Object'));
assert.throws(() => new EventEmitter({ captureRejections: 1 }), type(
  'The "options.captureRejections" property must be of type boolean. Received type number (1)'));
assert.throws(() => { EventEmitter.captureRejections = 1; }, type(
  'The "EventEmitter.captureRejections" property must be of type boolean. Received type number (1)'));
assert.throws(() => EventEmitter.on({}, 'x'), type(
  'The "emitter" argument must be an instance of EventEmitter. Received an instance of Object'));
assert.throws(() => EventEmitter.addAbortListener({}, () => {}), type(
  'The "signal" argument must be an instance of AbortSignal. Received an instance of Object'));
