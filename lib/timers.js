'use strict';
// Node's timers.

const {
  Immediate, checkCallback, clearImmediate, clearTimeout, startTimer,
} = require('internal/timers');

const custom = Symbol.for('nodejs.util.promisify.custom');

function setTimeout(callback, after, ...args) {
  checkCallback(callback);
  return startTimer(callback, after, args.length === 0 ? undefined : args, false, true);
}

function setInterval(callback, repeat, ...args) {
  checkCallback(callback);
  return startTimer(callback, repeat, args.length === 0 ? undefined : args, true, true);
}

function setImmediate(callback, ...args) {
  checkCallback(callback);
  return new Immediate(callback, args.length === 0 ? undefined : args);
}

function clearInterval(timer) {
  clearTimeout(timer);
}

const lazyPromised = (target, name) => Object.defineProperty(target, custom, {
  __proto__: null,
  enumerable: true,
  get: () => require('timers/promises')[name],
});
lazyPromised(setTimeout, 'setTimeout');
lazyPromised(setImmediate, 'setImmediate');

module.exports = {
  setTimeout, clearTimeout, setImmediate, clearImmediate, setInterval, clearInterval,
};
Object.defineProperty(module.exports, 'promises', {
  __proto__: null,
  configurable: true,
  enumerable: true,
  get: () => require('timers/promises'),
});
