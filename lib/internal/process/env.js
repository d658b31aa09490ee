'use strict';
// process.env: the environment of the C library itself, so that what is set here is seen by
// everything in the process and by its children.

const native = binding('process');
const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { emitDeprecation } = require('internal/process/warning');

function toText(value) {
  if (typeof value === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean' &&
      process.pendingDeprecation) {
    emitDeprecation('Assigning any value other than a string, number, or boolean to a ' +
      'process.env property is deprecated. Please make sure to convert the value to a string ' +
      'before setting process.env with it.', 'DEP0104');
  }
  return `${value}`;
}

function set(key, value) {
  native.setEnv(key, value);
  if (key === 'TZ') native.timeZoneChanged();
}

const handler = {
  __proto__: null,
  get(target, key) {
    if (typeof key === 'symbol') return target[key];
    const value = native.getEnv(key);
    return value === undefined ? target[key] : value;
  },
  set(target, key, value) {
    if (typeof key === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
    set(key, toText(value));
    return true;
  },
  has(target, key) {
    if (typeof key === 'symbol') return false;
    return native.getEnv(key) !== undefined || key in target;
  },
  deleteProperty(target, key) {
    if (typeof key === 'string') {
      native.unsetEnv(key);
      if (key === 'TZ') native.timeZoneChanged();
    }
    return true;
  },
  ownKeys: () => native.envKeys(),
  getOwnPropertyDescriptor(target, key) {
    const value = typeof key === 'string' ? native.getEnv(key) : undefined;
    if (value === undefined) return undefined;
    return { value, writable: true, enumerable: true, configurable: true };
  },
  defineProperty(target, key, descriptor) {
    if (!('value' in descriptor)) {
      throw new ERR_INVALID_ARG_TYPE('process.env descriptor', 'Object with a value', descriptor);
    }
    set(`${key}`, toText(descriptor.value));
    return true;
  },
};

module.exports = { createEnv: () => new Proxy({}, handler) };
