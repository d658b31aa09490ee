'use strict';
// The names that a CommonJS module will export, found without running it, as ES importers need them
// before it runs. Re-exports are followed.

const path = require('path');
const cjs = require('internal/modules/cjs');

const cache = new Map(); // file -> Set of names

function lex(source) {
  const { init, initSync, parse } = require('npm/cjs-module-lexer');
  (initSync ?? init)?.();
  try {
    return parse(source);
  } catch {
    return { exports: [], reexports: [] };
  }
}

function collect(file, source) {
  const known = cache.get(file);
  if (known !== undefined) return known;
  const names = new Set();
  cache.set(file, names); // a cycle of re-exports ends here
  const { exports, reexports } = lex(source);
  for (const name of exports) names.add(name);
  if (reexports.length > 0) {
    const require = cjs.createRequireFor(file);
    for (const request of reexports) {
      let target;
      try {
        target = require.resolve(request);
      } catch {
        continue;
      }
      if (!path.isAbsolute(target)) {
        for (const name of Object.keys(require(target))) names.add(name);
        continue;
      }
      const extension = path.extname(target);
      if (extension !== '.js' && extension !== '.cjs' && extension !== '') continue;
      for (const name of collect(target, cjs.readSource(target))) names.add(name);
    }
  }
  names.delete('default');
  names.delete('module.exports');
  return names;
}

module.exports = { exportNames: (file, source) => [...collect(file, source)] };
