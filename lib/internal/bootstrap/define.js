'use strict';
// How globals and other properties come into being.

// A writable property that is not enumerable.
function defineHidden(target, name, value) {
  Object.defineProperty(target, name, {
    __proto__: null, value, writable: true, configurable: true, enumerable: false,
  });
}

// A property whose value is loaded from a module of lib/ on first use. Assigning replaces it, as it
// would an ordinary one. pick: how the value is found in the module's exports.
function defineLazy(target, name, id, enumerable = false, pick = (exports) => exports[name]) {
  const settle = (value) => Object.defineProperty(target, name, {
    __proto__: null, value, writable: true, configurable: true, enumerable,
  });
  Object.defineProperty(target, name, {
    __proto__: null,
    configurable: true,
    enumerable,
    get() {
      const value = pick(require(id));
      settle(value);
      return value;
    },
    set: settle,
  });
}

module.exports = { defineHidden, defineLazy };
