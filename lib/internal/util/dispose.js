'use strict';

// Symbol.dispose and Symbol.asyncDispose, which older engines do not define.

for (const name of ['dispose', 'asyncDispose']) {
  if (Symbol[name] === undefined) {
    Object.defineProperty(Symbol, name, { value: Symbol(`Symbol.${name}`) });
  }
}

module.exports = { kAsyncDispose: Symbol.asyncDispose, kDispose: Symbol.dispose };
