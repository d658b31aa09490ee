'use strict';
// ES modules. Files are read and compiled synchronously, so a graph without top-level await is
// complete when import returns, and require() of a module is the same code.

const path = require('path');
const {
  codes: {
    ERR_IMPORT_ATTRIBUTE_MISSING, ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE,
    ERR_IMPORT_ATTRIBUTE_UNSUPPORTED, ERR_INVALID_MODULE_SPECIFIER, ERR_MODULE_NOT_FOUND,
    ERR_REQUIRE_ASYNC_MODULE, ERR_UNKNOWN_BUILTIN_MODULE, ERR_UNKNOWN_FILE_EXTENSION,
    ERR_UNSUPPORTED_DIR_IMPORT, ERR_UNSUPPORTED_ESM_URL_SCHEME, ERR_UNSUPPORTED_RESOLVE_REQUEST,
  },
} = require('internal/errors');
const builtins = require('internal/bootstrap/loader');
const { packageScope, readPackage } = require('internal/modules/package_json');
const { resolveExports, resolveImports } = require('internal/modules/exports_resolve');
const cjs = require('internal/modules/cjs');
const { fileURLToPath, pathToFileURL } = require('internal/url');
const { ModuleWrap, kErrored, kEvaluated, kInstantiated } = binding('module_wrap');

let conditions = new Set(['node', 'import', 'module-sync', 'node-addons',
  ...(binding('process').options().flags['--conditions'] ?? [])]);

// url + type -> { url, wrap, format, linked, promise }
const records = new Map();
const byWrap = new WeakMap();

// --- Resolution -----------------------------------------------------------------------------------

const hasScheme = /^[a-zA-Z][a-zA-Z0-9+.-]*:/;

function isRelative(specifier) {
  return specifier[0] === '/' || specifier.startsWith('./') || specifier.startsWith('../') ||
    specifier === '.' || specifier === '..';
}

function baseOf(parentUrl) {
  return parentUrl.startsWith('file:') ? fileURLToPath(parentUrl) : parentUrl;
}

// A path that a specifier led to: must be a file.
function finishFile(file, search, parentUrl, specifier) {
  if (file.endsWith('/') || cjs.stat(file) === cjs.kDirectory) {
    const error = new ERR_UNSUPPORTED_DIR_IMPORT(file, baseOf(parentUrl));
    error.url = pathToFileURL(file).href;
    throw error;
  }
  if (cjs.stat(file) !== cjs.kFile) {
    throw new ERR_MODULE_NOT_FOUND(file, baseOf(parentUrl), pathToFileURL(file).href);
  }
  return pathToFileURL(cjs.realpath(file)).href + search;
}

function resolvePackage(specifier, parentUrl) {
  const split = cjs.splitRequest(specifier);
  if (split === null || specifier.includes('\\') || specifier.includes('%')) {
    throw new ERR_INVALID_MODULE_SPECIFIER(specifier, 'is not a valid package name', baseOf(parentUrl));
  }
  const [name, subpath] = split;
  const base = baseOf(parentUrl);
  const scope = packageScope(base);
  if (scope?.name === name && scope.exports !== undefined && scope.exports !== null) {
    return finishFile(resolveExports(scope, subpath, conditions, base), '', parentUrl, specifier);
  }
  for (const folder of cjs.Module._nodeModulePaths(path.dirname(base))) {
    const directory = `${folder}/${name}`;
    if (cjs.stat(directory) !== cjs.kDirectory) continue;
    const pkg = readPackage(directory, base);
    if (pkg !== null && pkg.exports !== undefined && pkg.exports !== null) {
      return finishFile(resolveExports(pkg, subpath, conditions, base), '', parentUrl, specifier);
    }
    if (subpath !== '.') return finishFile(path.join(directory, subpath), '', parentUrl, specifier);
    const tries = pkg?.main === undefined ? [] :
      ['', '.js', '.json', '.node', '/index.js', '/index.json', '/index.node'].map((end) => path.join(directory, pkg.main + end));
    tries.push(`${directory}/index.js`, `${directory}/index.json`, `${directory}/index.node`);
    const found = tries.find((file) => cjs.stat(file) === cjs.kFile);
    if (found !== undefined) return pathToFileURL(cjs.realpath(found)).href;
    throw new ERR_MODULE_NOT_FOUND(directory, base);
  }
  throw new ERR_MODULE_NOT_FOUND(name, base);
}

function resolve(specifier, parentUrl) {
  if (specifier.startsWith('node:')) {
    if (!builtins.isPublicWithPrefix(specifier.slice(5))) throw new ERR_UNKNOWN_BUILTIN_MODULE(specifier);
    return specifier;
  }
  if (builtins.isPublic(specifier)) return `node:${specifier}`;
  if (isRelative(specifier)) {
    if (parentUrl.startsWith('file:')) {
      // The common case needs no URL parser: nothing in it is encoded, no query.
      if (!/[?#%\\]/.test(specifier) && !/[?#%]/.test(parentUrl)) {
        const parent = parentUrl.slice('file://'.length);
        const slash = specifier.endsWith('/') || specifier.endsWith('/.') || specifier.endsWith('/..') || specifier === '.' || specifier === '..' ? '/' : '';
        return finishFile(path.resolve(path.dirname(parent), specifier) + slash, '', parentUrl, specifier);
      }
    } else if (!hasScheme.test(parentUrl) || parentUrl.startsWith('data:')) {
      throw new ERR_UNSUPPORTED_RESOLVE_REQUEST(specifier, parentUrl);
    }
    return resolveUrl(new URL(specifier, parentUrl), parentUrl, specifier);
  }
  if (specifier[0] === '#') {
    const base = baseOf(parentUrl);
    const resolved = resolveImports(packageScope(base), specifier, conditions, base);
    if (typeof resolved === 'object') return resolve(resolved.bare, parentUrl);
    return finishFile(resolved, '', parentUrl, specifier);
  }
  if (hasScheme.test(specifier)) return resolveUrl(new URL(specifier), parentUrl, specifier);
  if (!parentUrl.startsWith('file:')) throw new ERR_UNSUPPORTED_RESOLVE_REQUEST(specifier, parentUrl);
  return resolvePackage(specifier, parentUrl);
}

function resolveUrl(url, parentUrl, specifier) {
  if (url.protocol === 'data:') return url.href;
  if (url.protocol === 'node:') return resolve(url.href, parentUrl);
  if (url.protocol !== 'file:') throw new ERR_UNSUPPORTED_ESM_URL_SCHEME(url, ['file', 'data', 'node']);
  if (/%2f|%5c/i.test(url.pathname)) {
    throw new ERR_INVALID_MODULE_SPECIFIER(url.pathname, 'must not include encoded "/" or "\\" characters', baseOf(parentUrl));
  }
  return finishFile(fileURLToPath(new URL(url.pathname, 'file:')), url.search + url.hash, parentUrl, specifier);
}

// --- Formats --------------------------------------------------------------------------------------

function checkAttributes(attributes, format, url) {
  let type;
  if (attributes !== null) {
    for (const key of Object.keys(attributes)) {
      if (key !== 'type') throw new ERR_IMPORT_ATTRIBUTE_UNSUPPORTED(key, attributes[key], url);
    }
    type = attributes.type;
  }
  if (type !== undefined && type !== 'json') {
    throw new ERR_IMPORT_ATTRIBUTE_UNSUPPORTED('type', type, url);
  }
  if (format === 'json' && type !== 'json') throw new ERR_IMPORT_ATTRIBUTE_MISSING(url, 'type', 'json');
  if (format !== 'json' && type === 'json') throw new ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE(url, 'json');
}

// undefined: to be told from the source.
function formatOfFile(file, url) {
  const extension = path.extname(file);
  switch (extension) {
    case '.mjs': return 'module';
    case '.cjs': return 'commonjs';
    case '.json': return 'json';
    case '.node': return 'commonjs';
    case '.js':
    case '': {
      const type = packageScope(file)?.type ?? 'none';
      return type === 'none' ? undefined : type;
    }
    default:
      throw new ERR_UNKNOWN_FILE_EXTENSION(extension, file);
  }
}

function readData(url) {
  const match = /^data:([^,;]*)((?:;[^,;]*)*),(.*)$/s.exec(url);
  if (match === null) throw new TypeError(`Invalid URL: ${url}`);
  const [, mime, parameters, body] = match;
  const text = decodeURIComponent(body);
  const source = /;base64$/.test(parameters) ? Buffer.from(text, 'base64').toString() : text;
  const formats = { '__proto__': null, 'text/javascript': 'module', 'application/json': 'json' };
  const format = formats[mime];
  if (format === undefined) {
    const { codes: { ERR_UNKNOWN_MODULE_FORMAT } } = require('internal/errors');
    throw new ERR_UNKNOWN_MODULE_FORMAT(mime, url);
  }
  return { format, source };
}

// --- Making module records ------------------------------------------------------------------------

function addRecord(key, url, wrap, format) {
  const record = { url, wrap, format, linked: false, promise: undefined };
  records.set(key, record);
  byWrap.set(wrap, record);
  return record;
}

function compile(url, source, cacheName) {
  const { acceptAttributes } = require('internal/modules/attributes');
  source = acceptAttributes(source);
  if (cacheName === undefined) return new ModuleWrap(url, source, undefined);
  const { cachedCode, keepCode } = require('internal/modules/code_cache');
  const cache = cachedCode(cacheName, source);
  const wrap = new ModuleWrap(url, source, cache);
  if (cache === undefined || wrap.cacheRejected) keepCode(cacheName, source, wrap);
  return wrap;
}

const builtinWraps = new Map(); // url -> { wrap, exports, names }

function builtinRecord(url) {
  const exports = builtins.requireBuiltin(url.slice(5));
  const names = exports !== null && (typeof exports === 'object' || typeof exports === 'function')
    ? Object.keys(exports).filter((name) => name !== 'default')
    : [];
  const wrap = new ModuleWrap(url, ['default', ...names], function() {
    this.setExport('default', exports);
    for (const name of names) {
      let value;
      try {
        value = exports[name];
      } catch {
        value = undefined; // a getter that throws has no value yet
      }
      this.setExport(name, value);
    }
  });
  builtinWraps.set(url, { wrap, exports, names });
  const record = addRecord(url, url, wrap, 'builtin');
  record.linked = true;
  return record;
}

// module.syncBuiltinESMExports(): changes of a builtin's properties reach its importers.
function syncBuiltins() {
  for (const { wrap, exports, names } of builtinWraps.values()) {
    if (wrap.status() < kInstantiated) continue;
    for (const name of names) wrap.setExport(name, exports[name]);
  }
}

function commonjsRecord(key, url, file, source) {
  const { exportNames } = require('internal/modules/cjs_exports');
  const names = exportNames(file, source);
  const wrap = new ModuleWrap(url, ['default', 'module.exports', ...names], function() {
    const exports = cjs.Module._load(file, undefined, false);
    this.setExport('default', exports);
    this.setExport('module.exports', exports);
    for (const name of names) {
      let value;
      try {
        if (exports !== null && exports !== undefined && Object.hasOwn(Object(exports), name)) value = exports[name];
      } catch {
        value = undefined;
      }
      this.setExport(name, value);
    }
  });
  const record = addRecord(key, url, wrap, 'commonjs');
  record.linked = true;
  return record;
}

function jsonRecord(key, url, file, text) {
  let value;
  try {
    value = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    error.message = `${file}: ${error.message}`;
    throw error;
  }
  const wrap = new ModuleWrap(url, ['default'], function() {
    this.setExport('default', value);
  });
  const record = addRecord(key, url, wrap, 'json');
  record.linked = true;
  return record;
}

function isEsmSource(file, source) {
  try {
    binding('contextify').compileFunction(source, file, undefined,
      ['exports', 'require', 'module', '__filename', '__dirname']);
    return false;
  } catch (error) {
    return cjs.looksLikeEsm(error, source, file);
  }
}

function record(url, attributes) {
  const key = attributes?.type === undefined ? url : `${url}\0${attributes.type}`;
  const known = records.get(key);
  if (known !== undefined) return known;
  if (url.startsWith('node:')) {
    checkAttributes(attributes, 'builtin', url);
    return builtinRecord(url);
  }
  if (url.startsWith('data:')) {
    const { format, source } = readData(url);
    checkAttributes(attributes, format, url);
    if (format === 'json') return jsonRecord(key, url, url, source);
    return addRecord(key, url, compile(url, source), 'module');
  }
  const file = fileURLToPath(url.replace(/[?#].*$/s, ''));
  let format = formatOfFile(file, url);
  checkAttributes(attributes, format, url);
  const source = cjs.readSource(file);
  if (format === 'json') return jsonRecord(key, url, file, source);
  if (format === undefined) format = isEsmSource(file, source) ? 'module' : 'commonjs';
  if (format === 'commonjs') return commonjsRecord(key, url, file, source);
  return addRecord(key, url, compile(url, source, file), 'module');
}

// Resolves and links everything below a record. Failures leave no half-linked module behind.
function link(root) {
  if (root.linked) return;
  const open = [root];
  const touched = [];
  try {
    while (open.length > 0) {
      const current = open.pop();
      if (current.linked) continue;
      current.linked = true;
      touched.push(current);
      const requests = current.wrap.requests();
      const targets = [];
      for (let i = 0; i < requests.length; i += 2) {
        const target = record(resolve(requests[i], current.url), requests[i + 1]);
        targets.push(target.wrap);
        if (!target.linked) open.push(target);
      }
      current.wrap.link(targets);
    }
  } catch (error) {
    for (const entry of touched) entry.linked = false;
    for (const [key, entry] of records) if (touched.includes(entry) || !entry.linked) records.delete(key);
    throw error;
  }
}

function decorate(error, root) {
  // A name that a CommonJS module does not export under ES rules: tell how to get at it.
  const match = /^The requested module '(.*)' does not provide an export named '(.*)'$/.exec(error?.message ?? '');
  if (!(error instanceof SyntaxError) || match === null) return error;
  const [, specifier, name] = match;
  for (const { url, format, wrap } of records.values()) {
    if (format !== 'module') continue;
    const requests = wrap.requests();
    const at = requests.indexOf(specifier);
    if (at === -1 || at % 2 === 1) continue;
    let target;
    try {
      target = record(resolve(specifier, url), requests[at + 1]);
    } catch {
      continue;
    }
    if (target.format !== 'commonjs') continue;
    error.message = `Named export '${name}' not found. The requested module '${specifier}' is a ` +
      'CommonJS module, which may not support all module.exports as named exports.\nCommonJS modules ' +
      `can always be imported via the default export, for example using:\n\nimport pkg from '${specifier}';\n` +
      `const { ${name} } = pkg;\n`;
    error.stack = error.stack.replace(match[0], () => error.message);
    break;
  }
  return error;
}

function instantiate(root) {
  link(root);
  if (root.wrap.status() < kInstantiated) {
    try {
      root.wrap.instantiate();
    } catch (error) {
      throw decorate(error, root);
    }
  }
}

// Evaluates once; every caller gets the same promise.
function evaluate(root) {
  if (root.promise === undefined) {
    instantiate(root);
    root.promise = root.wrap.evaluate();
  }
  return root.promise;
}

function importRecord(root) {
  return Promise.resolve(evaluate(root)).then(() => root.wrap.namespace());
}

// --- Entrances ------------------------------------------------------------------------------------

function importMain(url) {
  try {
    return importRecord(record(url, null));
  } catch (error) {
    return Promise.reject(error);
  }
}

function importFrom(specifier, parentUrl, attributes = null) {
  try {
    return importRecord(record(resolve(specifier, parentUrl), attributes));
  } catch (error) {
    return Promise.reject(error);
  }
}

// Source that is no file: --input-type=module.
function importSource(url, source) {
  try {
    return importRecord(addRecord(url, url, compile(url, source), 'module'));
  } catch (error) {
    return Promise.reject(error);
  }
}

function referrerUrl(referrer) {
  if (typeof referrer !== 'string' || referrer === '' || referrer[0] === '[') {
    return pathToFileURL(`${process.cwd()}/`).href;
  }
  return referrer[0] === '/' ? pathToFileURL(referrer).href : referrer;
}

function importDynamic(referrer, specifier, attributes) {
  return importFrom(`${specifier}`, referrerUrl(referrer), attributes);
}

const facades = new Map();

// require() of an ES module: the namespace, or what it exports as 'module.exports'.
function toRequired(root) {
  const namespace = root.wrap.namespace();
  if (Object.hasOwn(namespace, 'module.exports')) return namespace['module.exports'];
  if (!Object.hasOwn(namespace, 'default') || Object.hasOwn(namespace, '__esModule')) return namespace;
  let facade = facades.get(root);
  if (facade === undefined) {
    facade = new ModuleWrap(`${root.url}#require`,
      "export * from 'original'; export { default } from 'original'; export const __esModule = true;", undefined);
    facade.link([root.wrap, root.wrap].slice(0, facade.requests().length / 2));
    facade.instantiate();
    facade.evaluate();
    facades.set(root, facade);
  }
  return facade.namespace();
}

function requireModule(file, source, module) {
  const url = pathToFileURL(file).href;
  const isMain = process.mainModule === module;
  const root = records.get(url) ??
    addRecord(url, url, compile(url, source ?? cjs.readSource(file), file), 'module');
  instantiate(root);
  if (isMain) {
    require('internal/modules/run').adoptMainPromise(evaluate(root), url);
    return root.wrap.isGraphAsync() ? {} : root.wrap.namespace();
  }
  if (root.wrap.isGraphAsync() && root.wrap.status() !== kErrored) {
    throw new ERR_REQUIRE_ASYNC_MODULE(file, module?.parent?.filename);
  }
  const promise = evaluate(root);
  if (root.wrap.status() === kErrored) {
    promise.catch(() => {}); // it is thrown here
    throw root.wrap.error();
  }
  return root.wrap.status() === kEvaluated ? toRequired(root) : root.wrap.namespace();
}

function fillImportMeta(wrap, meta) {
  const { url } = byWrap.get(wrap) ?? wrap;
  if (url.startsWith('file:')) {
    const file = fileURLToPath(url.replace(/[?#].*$/s, ''));
    meta.dirname = path.dirname(file);
    meta.filename = file;
    meta.main = process.argv[1] !== undefined && mainFile() === file;
  } else {
    meta.main = false;
  }
  meta.resolve = function resolveFrom(specifier) {
    if (arguments.length === 0) {
      const { codes: { ERR_MISSING_ARGS } } = require('internal/errors');
      throw new ERR_MISSING_ARGS('specifier');
    }
    try {
      return resolve(`${specifier}`, url);
    } catch (error) {
      // A file that is missing still has a URL.
      if (error.code === 'ERR_MODULE_NOT_FOUND' && error.url !== undefined) return error.url;
      if (error.code === 'ERR_UNSUPPORTED_DIR_IMPORT') return error.url;
      throw error;
    }
  };
  meta.url = url;
}

let main;
function mainFile() {
  if (main === undefined) {
    const found = cjs.Module._findPath(process.argv[1], null, true);
    main = found || process.argv[1];
  }
  return main;
}

module.exports = {
  importMain, importFrom, importSource, importDynamic, requireModule, fillImportMeta, syncBuiltins,
  resolve,
};
