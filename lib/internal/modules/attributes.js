'use strict';
// Import attributes (`with { type: 'json' }`) for an engine that knows them only as assertions
// (`assert { type: 'json' }`). A lexer finds the statements; the keyword before the attributes is
// replaced, and columns behind it on that line move by two.

const { engineHasAttributes } = binding('builtins');

// Cheap and generous: most sources end here.
const attributes = /\bwith['"]?\s*:?\s*\{/;
const statements = /\b(?:im|ex)port\b/;

function acceptAttributes(source) {
  if (engineHasAttributes || !attributes.test(source) || !statements.test(source)) return source;
  const { parse } = require('npm/es-module-lexer');
  let imports;
  try {
    [imports] = parse(source);
  } catch {
    return source; // the engine reports the syntax error better
  }
  let out = '';
  let at = 0;
  const replace = (from, length) => {
    out += source.slice(at, from) + 'assert';
    at = from + length;
  };
  for (const { type, end, attributesStart } of imports) {
    if (!(attributesStart >= 0)) continue;
    if (type === 'dynamic') {
      // import(x, { with: {...} }): only the key is another.
      const key = /^\s*\{\s*(with|'with'|"with")\s*:/.exec(source.slice(attributesStart));
      if (key !== null) replace(attributesStart + key[0].lastIndexOf(key[1]), key[1].length);
      continue;
    }
    const keyword = source.slice(end, attributesStart).lastIndexOf('with');
    if (keyword !== -1) replace(end + keyword, 'with'.length);
  }
  return out + source.slice(at);
}

module.exports = { acceptAttributes };
