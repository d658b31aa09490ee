'use strict';
// "exports" and "imports" of package.json: the resolution algorithm of Node's ES module documentation
// (PACKAGE_EXPORTS_RESOLVE and PACKAGE_IMPORTS_RESOLVE). Works on paths; returns a path, or for
// "imports" possibly a bare specifier to resolve further as { bare }.

const {
  codes: {
    ERR_INVALID_MODULE_SPECIFIER, ERR_INVALID_PACKAGE_CONFIG, ERR_INVALID_PACKAGE_TARGET,
    ERR_PACKAGE_IMPORT_NOT_DEFINED, ERR_PACKAGE_PATH_NOT_EXPORTED,
  },
} = require('internal/errors');

const invalidSegment =
  /(^|\\|\/)((\.|%2e)(\.|%2e)?|(n|%6e|%4e)(o|%6f|%4f)(d|%64|%44)(e|%65|%45)(_|%5f)(m|%6d|%4d)(o|%6f|%4f)(d|%64|%44)(u|%75|%55)(l|%6c|%4c)(e|%65|%45)(s|%73|%53))(\\|\/|$)/i;

function isArrayIndex(key) {
  const n = +key;
  return `${n}` === key && n >= 0 && n < 0xffff_ffff;
}

// Orders pattern keys: longer base first, then longer key.
function comparePatterns(a, b) {
  const aStar = a.indexOf('*');
  const bStar = b.indexOf('*');
  const aBase = aStar === -1 ? a.length : aStar + 1;
  const bBase = bStar === -1 ? b.length : bStar + 1;
  if (aBase !== bBase) return aBase > bBase ? -1 : 1;
  if (aStar === -1) return 1;
  if (bStar === -1) return -1;
  if (a.length !== b.length) return a.length > b.length ? -1 : 1;
  return 0;
}

function resolveString(pkg, target, subpath, match, isPattern, isImports, base) {
  const bad = () => new ERR_INVALID_PACKAGE_TARGET(`${pkg.directory}/`, match, target, isImports, base);
  if (!isPattern && subpath !== '' && !target.endsWith('/')) throw bad();
  if (!target.startsWith('./')) {
    if (isImports && !target.startsWith('../') && !target.startsWith('/')) {
      let isUrl = false;
      try {
        const { URL } = require('internal/url');
        isUrl = new URL(target) !== undefined;
      } catch {
        isUrl = false;
      }
      if (!isUrl) return { bare: isPattern ? target.replace(/\*/g, () => subpath) : target + subpath };
    }
    throw bad();
  }
  if (invalidSegment.test(target.slice(2))) throw bad();
  const resolved = joinPath(pkg.directory, target);
  if (subpath === '') return resolved;
  if (invalidSegment.test(subpath)) {
    const request = isPattern ? match.replace('*', () => subpath) : match + subpath;
    throw new ERR_INVALID_MODULE_SPECIFIER(request,
      `request is not a valid match in pattern "${match}" for the "${isImports ? 'imports' : 'exports'}" resolution of ${pkg.path}`,
      base);
  }
  return isPattern ? resolved.replace(/\*/g, () => subpath) : joinPath(resolved, subpath);
}

function joinPath(directory, relative) {
  return require('path').join(directory, relative);
}

// A target is a string, null, an array of alternatives, or an object of conditions. undefined: no
// condition applies. null: excluded.
function resolveTarget(pkg, target, subpath, match, isPattern, isImports, conditions, base) {
  if (typeof target === 'string') {
    return resolveString(pkg, target, subpath, match, isPattern, isImports, base);
  }
  if (Array.isArray(target)) {
    if (target.length === 0) return null;
    let failure;
    let last;
    for (const item of target) {
      let resolved;
      try {
        resolved = resolveTarget(pkg, item, subpath, match, isPattern, isImports, conditions, base);
      } catch (error) {
        if (error.code !== 'ERR_INVALID_PACKAGE_TARGET') throw error;
        failure = error;
        continue;
      }
      if (resolved === undefined) continue;
      if (resolved === null) {
        last = null;
        failure = undefined;
        continue;
      }
      return resolved;
    }
    if (failure !== undefined) throw failure;
    return last;
  }
  if (typeof target === 'object' && target !== null) {
    const keys = Object.keys(target);
    for (const key of keys) {
      if (isArrayIndex(key)) {
        throw new ERR_INVALID_PACKAGE_CONFIG(pkg.path, base,
          '"exports" cannot contain numeric property keys.');
      }
    }
    for (const key of keys) {
      if (key === 'default' || conditions.has(key)) {
        const resolved =
          resolveTarget(pkg, target[key], subpath, match, isPattern, isImports, conditions, base);
        if (resolved !== undefined) return resolved;
      }
    }
    return undefined;
  }
  if (target === null) return null;
  throw new ERR_INVALID_PACKAGE_TARGET(`${pkg.directory}/`, match, target, isImports, base);
}

function matchPattern(table, request, needsStar) {
  let best = '';
  let bestSubpath = '';
  for (const key of Object.keys(table)) {
    const star = key.indexOf('*');
    if (star === -1 || !request.startsWith(key.slice(0, star))) continue;
    const tail = key.slice(star + 1);
    if (request.length >= key.length && request.endsWith(tail) &&
        comparePatterns(best, key) === 1 && key.lastIndexOf('*') === star) {
      best = key;
      bestSubpath = request.slice(star, request.length - tail.length);
    }
  }
  return best === '' ? undefined : { key: best, subpath: bestSubpath };
}

function isSugar(pkg, base) {
  const { exports } = pkg;
  if (typeof exports === 'string' || Array.isArray(exports)) return true;
  if (typeof exports !== 'object' || exports === null) return false;
  let sugar;
  for (const key of Object.keys(exports)) {
    const current = key === '' || key[0] !== '.';
    if (sugar !== undefined && sugar !== current) {
      throw new ERR_INVALID_PACKAGE_CONFIG(pkg.path, base,
        '"exports" cannot contain some keys starting with \'.\' and some not.' +
        ' The exports object must either be an object of package subpath keys' +
        ' or an object of main entry condition name keys only.');
    }
    sugar = current;
  }
  return sugar === true;
}

// subpath: '.' or './x'.
function resolveExports(pkg, subpath, conditions, base) {
  const table = isSugar(pkg, base) ? { '.': pkg.exports } : pkg.exports;
  const missing = () => new ERR_PACKAGE_PATH_NOT_EXPORTED(`${pkg.directory}/`, subpath, base);
  if (Object.hasOwn(table, subpath) && !subpath.includes('*') && !subpath.endsWith('/')) {
    const resolved = resolveTarget(pkg, table[subpath], '', subpath, false, false, conditions, base);
    if (resolved === undefined || resolved === null) throw missing();
    return resolved;
  }
  const found = matchPattern(table, subpath);
  if (found === undefined) throw missing();
  const resolved = resolveTarget(pkg, table[found.key], found.subpath, found.key, true, false,
    conditions, base);
  if (resolved === undefined || resolved === null) throw missing();
  return resolved;
}

// name: '#x'. pkg may be null (no package.json above the importer).
function resolveImports(pkg, name, conditions, base) {
  if (name === '#' || name.startsWith('#/')) {
    throw new ERR_INVALID_MODULE_SPECIFIER(name, 'is not a valid internal imports specifier name', base);
  }
  const missing = () =>
    new ERR_PACKAGE_IMPORT_NOT_DEFINED(name, pkg ? `${pkg.directory}/` : undefined, base);
  const table = pkg?.imports;
  if (table === undefined) throw missing();
  let resolved;
  if (Object.hasOwn(table, name) && !name.includes('*')) {
    resolved = resolveTarget(pkg, table[name], '', name, false, true, conditions, base);
  } else {
    const found = matchPattern(table, name);
    if (found !== undefined) {
      resolved = resolveTarget(pkg, table[found.key], found.subpath, found.key, true, true,
        conditions, base);
    }
  }
  if (resolved === undefined || resolved === null) throw missing();
  return resolved;
}

module.exports = { resolveExports, resolveImports };
