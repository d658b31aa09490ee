'use strict';
// package.json files: read once, checked, and found for a path.

const { codes: { ERR_INVALID_PACKAGE_CONFIG } } = require('internal/errors');
const native = binding('fs');

const cache = new Map(); // path of package.json -> parsed, or null where there is none

function parse(path, text, base) {
  let json;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new ERR_INVALID_PACKAGE_CONFIG(path, base, error.message);
  }
  const object = typeof json === 'object' && json !== null ? json : {};
  const { name, main, type, exports, imports } = object;
  return {
    path,
    directory: path.slice(0, -'/package.json'.length) || '/',
    name: typeof name === 'string' ? name : undefined,
    main: typeof main === 'string' ? main : undefined,
    type: type === 'module' || type === 'commonjs' ? type : 'none',
    exports,
    imports: typeof imports === 'object' && imports !== null ? imports : undefined,
  };
}

// The package.json of exactly this directory, or null.
function readPackage(directory, base) {
  const path = directory.endsWith('/') ? `${directory}package.json` : `${directory}/package.json`;
  const known = cache.get(path);
  if (known !== undefined) return known;
  const text = native.readFileUtf8(path);
  const parsed = typeof text === 'string' ? parse(path, text, base) : null;
  cache.set(path, parsed);
  return parsed;
}

const scopes = new Map(); // directory -> nearest package.json or null

// The nearest package.json above a file; it does not look out of a node_modules folder.
function packageScope(file) {
  const directory = file.slice(0, file.lastIndexOf('/')) || '/';
  const known = scopes.get(directory);
  if (known !== undefined) return known;
  let at = directory;
  let found = null;
  for (;;) {
    if (at.endsWith('/node_modules')) break;
    found = readPackage(at);
    if (found !== null || at === '/') break;
    at = at.slice(0, at.lastIndexOf('/')) || '/';
  }
  scopes.set(directory, found);
  return found;
}

module.exports = { readPackage, packageScope };
