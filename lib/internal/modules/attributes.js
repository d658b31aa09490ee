'use strict';
// Import attributes (`with { type: 'json' }`) for an engine that knows them only as assertions
// (`assert { type: 'json' }`). A lexer finds the statements; the keyword before the attributes is
// replaced, and columns behind it on that line move by two.

const { engineHasAttributes } = binding('builtins');

function acceptAttributes(source) {
  if (engineHasAttributes || !/\bwith\s*\{/.test(source) || !/\bimport\b|\bexport\b/.test(source)) {
    return source;
  }
  const { parse } = require('npm/es-module-lexer');
  let imports;
  try {
    [imports] = parse(source);
  } catch {
    return source; // the engine reports the syntax error better
  }
  let out = '';
  let at = 0;
  for (const { a: attributes, d: dynamic, e: end } of imports) {
    // a: where the attributes' '{' stands. In import(x, { with: {} }) only the key is another.
    if (attributes < 0) continue;
    if (dynamic >= 0) {
      const text = source.slice(attributes);
      const key = /^\{\s*(?:with|'with'|"with")(?=\s*:)/.exec(text);
      if (key === null) continue;
      out += source.slice(at, attributes) + key[0].replace(/['"]?with['"]?$/, 'assert');
      at = attributes + key[0].length;
      continue;
    }
    const between = source.slice(end, attributes);
    const keyword = between.lastIndexOf('with');
    if (keyword === -1) continue;
    out += source.slice(at, end + keyword) + 'assert';
    at = end + keyword + 4;
  }
  return out + source.slice(at);
}

module.exports = { acceptAttributes };
