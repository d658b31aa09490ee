'use strict';
// 'newListener' comes before the adding, 'removeListener' after the removing.
const assert = require('node:assert');
const EventEmitter = require('node:events');

const emitter = new EventEmitter();
const log = [];
emitter.on('newListener', (name, fn) => log.push(['new', name, fn, emitter.listenerCount(name)]));
emitter.on('removeListener', (name, fn) => log.push(['gone', name, fn, emitter.listenerCount(name)]));
const a = () => {};
const b = () => {};
emitter.on('x', a);
emitter.on('x', b);
emitter.off('x', a);
emitter.off('x', b);
emitter.once('x', b);
emitter.emit('x');
assert.deepStrictEqual(log.slice(1), [
  ['new', 'x', a, 0], ['new', 'x', b, 1], ['gone', 'x', a, 1], ['gone', 'x', b, 0],
  ['new', 'x', b, 0], ['gone', 'x', b, 0],
]);
log.length = 0;
const symbol = Symbol('s');
emitter.on(symbol, a).on(symbol, b).on('z', a);
log.length = 0;
emitter.removeAllListeners();
assert.deepStrictEqual(log.map((entry) => [entry[1], entry[2] === a]),
                       [['newListener', false], ['z', true], [symbol, false], [symbol, true]]);
assert.deepStrictEqual(emitter.eventNames(), []);
