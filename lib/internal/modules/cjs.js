'use strict';
// CommonJS: the Module class with the names that Node's users reach for.

const path = require('path');
const { codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_UNKNOWN_BUILTIN_MODULE,
  ERR_REQUIRE_CYCLE_MODULE } } = require('internal/errors');
const { validateString } = require('internal/validators');
const builtins = require('internal/bootstrap/loader');
const { packageScope, readPackage } = require('internal/modules/package_json');
const { resolveExports, resolveImports } = require('internal/modules/exports_resolve');
const { acceptAttributes } = require('internal/modules/attributes');
const native = binding('fs');
const { compileFunction } = binding('contextify');

const kFile = 0;
const kDirectory = 1;
const parameterNames = ['exports', 'require', 'module', '__filename', '__dirname'];
const options = { preserveSymlinks: false, preserveSymlinksMain: false };
let conditions = new Set(['node', 'require', 'module-sync', 'node-addons']);

function Module(id = '', parent) {
  this.id = id;
  this.path = path.dirname(id);
  this.exports = {};
  Object.defineProperty(this, kParent, { __proto__: null, writable: true, value: parent });
  parent?.children?.push(this);
  this.filename = null;
  this.loaded = false;
  this.children = [];
}
const kParent = Symbol('parent');
const kFormat = Symbol('format');   // 'module' once the source turned out to be one
Object.defineProperty(Module.prototype, 'parent', {
  __proto__: null,
  get() { return this[kParent]; },
  set(value) { this[kParent] = value; },
  configurable: true,
});

Module._cache = Object.create(null);
Module._pathCache = Object.create(null);
Module._extensions = Object.create(null);
Module.globalPaths = [];
Module.Module = Module;
Module._debug = () => {};

const wrapper = ['(function (exports, require, module, __filename, __dirname) { ', '\n});'];
Module.wrapper = wrapper;
Module.wrap = (script) => Module.wrapper[0] + script + Module.wrapper[1];

function stat(file) {
  return native.internalModuleStat(file);
}

const realpaths = new Map();
function realpath(file) {
  const known = realpaths.get(file);
  if (known !== undefined) return known;
  const answer = native.realpath(file);
  const real = typeof answer === 'string' ? answer : file;
  realpaths.set(file, real);
  return real;
}

function toReal(file, isMain) {
  const keep = isMain ? options.preserveSymlinksMain : options.preserveSymlinks;
  return keep ? path.resolve(file) : realpath(file);
}

function tryFile(file, isMain) {
  return stat(file) === kFile ? toReal(file, isMain) : false;
}

function tryExtensions(base, extensions, isMain) {
  for (let i = 0; i < extensions.length; i++) {
    const found = tryFile(base + extensions[i], isMain);
    if (found) return found;
  }
  return false;
}

function tryPackage(directory, extensions, isMain, original) {
  const main = readPackage(directory)?.main;
  if (!main) return tryExtensions(path.resolve(directory, 'index'), extensions, isMain);
  const file = path.resolve(directory, main);
  const found = tryFile(file, isMain) || tryExtensions(file, extensions, isMain) ||
    tryExtensions(path.resolve(file, 'index'), extensions, isMain);
  if (found) return found;
  const index = tryExtensions(path.resolve(directory, 'index'), extensions, isMain);
  if (!index) {
    const error = new Error(`Cannot find module '${file}'. Please verify that the package.json has a valid "main" entry`);
    error.code = 'MODULE_NOT_FOUND';
    error.path = path.resolve(directory, 'package.json');
    error.requestPath = original;
    throw error;
  }
  process.emitWarning(
    `Invalid 'main' field in '${path.resolve(directory, 'package.json')}' of '${main}'. Please either fix that or report it to the module author`,
    'DeprecationWarning', 'DEP0128');
  return index;
}

// 'a/b/c' -> ['a', './b/c']; '@s/p' -> ['@s/p', '.']
function splitRequest(request) {
  const parts = /^((?:@[^/\\%]+\/)?[^./\\%][^/\\%]*)(\/.*)?$/.exec(request);
  return parts && [parts[1], parts[2] ? `.${parts[2]}` : '.'];
}

function viaExports(modulesFolder, request) {
  const split = splitRequest(request);
  if (!split) return false;
  const pkg = readPackage(path.resolve(modulesFolder, split[0]));
  if (pkg === null || pkg.exports === undefined || pkg.exports === null) return false;
  return finishExports(resolveExports(pkg, split[1], conditions), request, pkg);
}

function finishExports(file, request, pkg) {
  const found = tryFile(file);
  if (found) return found;
  const error = new Error(`Cannot find module '${file}'`);
  error.code = 'MODULE_NOT_FOUND';
  error.path = pkg.path;
  throw error;
}

const trailingSlash = /(?:^|\/)\.?\.?$|\/$/;

Module._findPath = function(request, paths, isMain) {
  const absolute = path.isAbsolute(request);
  if (absolute) paths = [''];
  else if (!paths || paths.length === 0) return false;
  const key = request + '\x00' + paths.join('\x00');
  const known = Module._pathCache[key];
  if (known) return known;
  const slash = trailingSlash.test(request);
  let extensions;
  for (let i = 0; i < paths.length; i++) {
    const folder = paths[i];
    if (folder && stat(folder) !== kDirectory) continue;
    if (!absolute) {
      const exported = viaExports(folder, request);
      if (exported) return (Module._pathCache[key] = exported);
    }
    const base = path.resolve(folder, request);
    const kind = stat(base);
    let found = false;
    if (!slash) {
      if (kind === kFile) found = toReal(base, isMain);
      if (!found) found = tryExtensions(base, extensions ??= Object.keys(Module._extensions), isMain);
    }
    if (!found && kind === kDirectory) {
      found = tryPackage(base, extensions ??= Object.keys(Module._extensions), isMain, request);
    }
    if (found) return (Module._pathCache[key] = found);
  }
  return false;
};

Module._nodeModulePaths = function(from) {
  from = path.resolve(from);
  if (from === '/') return ['/node_modules'];
  const out = [];
  for (let at = from; ; at = path.dirname(at)) {
    if (path.basename(at) !== 'node_modules') out.push(at === '/' ? '/node_modules' : `${at}/node_modules`);
    if (at === '/') return out;
  }
};

function isRelative(request) {
  return request[0] === '.' && (request.length === 1 || request[1] === '/' ||
    (request[1] === '.' && (request.length === 2 || request[2] === '/')));
}

Module._resolveLookupPaths = function(request, parent) {
  if (builtins.isPublic(request)) return null;
  if (!isRelative(request)) {
    const paths = parent?.paths?.length ? parent.paths.concat(Module.globalPaths) : Module.globalPaths;
    return paths.length > 0 ? paths : null;
  }
  if (!parent || !parent.id || !parent.filename) return ['.'].concat(Module._nodeModulePaths('.'), Module.globalPaths);
  return [path.dirname(parent.filename)];
};

function builtinId(request) {
  if (request.startsWith('node:')) {
    const id = request.slice(5);
    if (!builtins.isPublicWithPrefix(id)) throw new ERR_UNKNOWN_BUILTIN_MODULE(request);
    return id;
  }
  return builtins.isPublic(request) ? request : undefined;
}

function notFound(request, parent) {
  const requireStack = [];
  for (let m = parent; m; m = m[kParent]) requireStack.push(m.filename || m.id);
  let message = `Cannot find module '${request}'`;
  if (requireStack.length > 0) message += '\nRequire stack:\n- ' + requireStack.join('\n- ');
  const error = new Error(message);
  error.code = 'MODULE_NOT_FOUND';
  error.requireStack = requireStack;
  return error;
}

// A package may refer to itself by name.
function viaSelf(parentPath, request) {
  const pkg = packageScope(parentPath);
  if (!pkg?.name || pkg.exports === undefined || pkg.exports === null) return false;
  let subpath;
  if (request === pkg.name) subpath = '.';
  else if (request.startsWith(`${pkg.name}/`)) subpath = `.${request.slice(pkg.name.length)}`;
  else return false;
  return finishExports(resolveExports(pkg, subpath, conditions, parentPath), request, pkg);
}

function viaImports(parent, request) {
  const base = parent.filename ?? `${process.cwd()}/`;
  const pkg = packageScope(base);
  if (pkg === null || pkg.imports === undefined) return undefined;
  const resolved = resolveImports(pkg, request, conditions, base);
  if (typeof resolved === 'object') return Module._resolveFilename(resolved.bare, parent);
  return finishExports(resolved, request, pkg);
}

Module._resolveFilename = function(request, parent, isMain, opts) {
  if (request.startsWith('node:') || builtins.isPublic(request)) {
    builtinId(request);
    return request;
  }
  let paths;
  if (typeof opts === 'object' && opts !== null) {
    if (Array.isArray(opts.paths)) {
      if (isRelative(request)) {
        paths = opts.paths;
      } else {
        paths = [];
        for (const folder of opts.paths) {
          const fake = new Module('');
          fake.paths = Module._nodeModulePaths(folder);
          for (const p of Module._resolveLookupPaths(request, fake) ?? []) {
            if (!paths.includes(p)) paths.push(p);
          }
        }
      }
    } else if (opts.paths !== undefined) {
      throw new ERR_INVALID_ARG_VALUE('options.paths', opts.paths);
    } else {
      paths = Module._resolveLookupPaths(request, parent);
    }
  } else {
    paths = Module._resolveLookupPaths(request, parent);
  }
  if (request[0] === '#' && (parent?.filename || parent?.id === '<repl>' || parent?.id === '[eval]')) {
    const found = viaImports(parent, request);
    if (found) return found;
  }
  if (parent?.filename && !isRelative(request) && request[0] !== '/') {
    const self = viaSelf(parent.filename, request);
    if (self) return self;
  }
  const found = Module._findPath(request, paths, isMain);
  if (found) return found;
  throw notFound(request, parent);
};

Module._load = function(request, parent, isMain) {
  const builtin = builtinId(request);
  if (builtin !== undefined) return builtins.requireBuiltin(builtin);
  const filename = Module._resolveFilename(request, parent, isMain);
  if (filename.startsWith('node:')) return builtins.requireBuiltin(builtinId(filename));
  const cached = Module._cache[filename];
  if (cached !== undefined) {
    if (parent && !parent.children.includes(cached)) parent.children.push(cached);
    if (!cached.loaded && cached[kFormat] === 'module') {
      throw new ERR_REQUIRE_CYCLE_MODULE(
        `Cannot require() ES Module ${filename} in a cycle.` +
        (parent?.filename ? ` (from ${parent.filename})` : ''));
    }
    return cached.exports;
  }
  if (builtins.isPublic(filename)) return builtins.requireBuiltin(filename);
  const module = new Module(filename, parent);
  if (isMain) {
    process.mainModule = module;
    module.id = '.';
  }
  Module._cache[filename] = module;
  let threw = true;
  try {
    module.load(filename);
    threw = false;
  } finally {
    if (threw) {
      delete Module._cache[filename];
      const at = parent?.children.indexOf(module) ?? -1;
      if (at !== -1) parent.children.splice(at, 1);
    }
  }
  return module.exports;
};

function extensionOf(filename) {
  const name = path.basename(filename);
  for (let dot = name.indexOf('.', 1); dot !== -1; dot = name.indexOf('.', dot + 1)) {
    const extension = name.slice(dot);
    if (Module._extensions[extension]) return extension;
  }
  return '.js';
}

Module.prototype.load = function(filename) {
  this.filename ??= filename;
  this.paths ??= Module._nodeModulePaths(path.dirname(filename));
  const extension = extensionOf(filename);
  if (filename.endsWith('.mjs') && !Module._extensions['.mjs']) {
    loadEsm(this, filename);
  } else {
    Module._extensions[extension](this, filename);
  }
  this.loaded = true;
};

Module.prototype.require = function(id) {
  validateString(id, 'id');
  if (id === '') throw new ERR_INVALID_ARG_VALUE('id', id, 'must be a non-empty string');
  return Module._load(id, this, false);
};

function makeRequire(module) {
  const require = function require(id) {
    return module.require(id);
  };
  require.resolve = function resolve(request, opts) {
    validateString(request, 'request');
    return Module._resolveFilename(request, module, false, opts);
  };
  require.resolve.paths = function paths(request) {
    validateString(request, 'request');
    return Module._resolveLookupPaths(request, module);
  };
  Object.setPrototypeOf(require, Function.prototype);
  require.main = process.mainModule;
  require.extensions = Module._extensions;
  require.cache = Module._cache;
  return require;
}

function wrapperIsPatched() {
  return Module.wrapper !== wrapper || wrapper[0] !== '(function (exports, require, module, __filename, __dirname) { ';
}

// Compile errors that say: this is an ES module.
const esmErrors = [
  'Cannot use import statement outside a module',
  "Unexpected token 'export'",
  "Cannot use 'import.meta' outside a module",
];
const scopeErrors = parameterNames.map((name) => `Identifier '${name}' has already been declared`);

function looksLikeEsm(error, source, filename) {
  if (!(error instanceof SyntaxError)) return false;
  if (esmErrors.includes(error.message)) return true;
  // A top-level await fails in many words; code with one is a module if it compiles as one.
  if (!scopeErrors.includes(error.message) && !/\bawait\b/.test(source)) return false;
  try {
    const { ModuleWrap } = binding('module_wrap');
    new ModuleWrap(`file://${filename}`, source, undefined);
    return true;
  } catch {
    return false;
  }
}

function compileSource(text, filename) {
  const source = acceptAttributes(text);
  const { cachedCode, keepCode } = require('internal/modules/code_cache');
  const cache = cachedCode(filename, source);
  const [run, rejected] = compileFunction(source, filename, cache, parameterNames);
  if (cache === undefined || rejected) keepCode(filename, source, run);
  return run;
}

// format: 'commonjs', 'module', or undefined to find out from the source.
Module.prototype._compile = function(content, filename, format) {
  if (format === 'module') return loadEsm(this, filename, content);
  if (content.charCodeAt(0) === 0xfeff) content = content.slice(1);
  let run;
  if (wrapperIsPatched()) {
    run = binding('contextify').runScript(Module.wrap(content.replace(/^#!.*/, '')), filename);
  } else {
    try {
      run = compileSource(content, filename);
    } catch (error) {
      if (format === undefined && looksLikeEsm(error, content, filename)) {
        return loadEsm(this, filename, content);
      }
      throw error;
    }
  }
  const require = makeRequire(this);
  const { exports } = this;
  return Reflect.apply(run, exports, [exports, require, this, filename, path.dirname(filename)]);
};

function loadEsm(module, filename, source) {
  module[kFormat] = 'module';
  const { requireModule } = require('internal/modules/esm');
  module.exports = requireModule(filename, source, module);
}

function readSource(filename) {
  const text = native.readFileUtf8(filename);
  if (typeof text === 'string') return text;
  const { uvException } = require('internal/errors');
  throw uvException({ errno: text, syscall: 'open', path: filename });
}

function formatByPackage(filename) {
  if (!filename.endsWith('.js')) return filename.endsWith('.cjs') ? 'commonjs' : undefined;
  const type = packageScope(filename)?.type ?? 'none';
  return type === 'none' ? undefined : type;
}

Module._extensions['.js'] = function(module, filename) {
  const format = formatByPackage(filename);
  module._compile(readSource(filename), filename, format);
};

Module._extensions['.json'] = function(module, filename) {
  const text = readSource(filename);
  try {
    module.exports = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    error.message = `${filename}: ${error.message}`;
    throw error;
  }
};

Module._extensions['.node'] = function(module, filename) {
  return process.dlopen(module, path.toNamespacedPath(filename));
};

Module._initPaths = function() {
  const { HOME, NODE_PATH } = process.env;
  const prefix = path.resolve(process.execPath, '..', '..');
  const paths = [path.resolve(prefix, 'lib', 'node')];
  if (HOME) paths.unshift(path.resolve(HOME, '.node_modules'), path.resolve(HOME, '.node_libraries'));
  if (NODE_PATH) paths.unshift(...NODE_PATH.split(':').filter(Boolean));
  Module.globalPaths = paths;
};

Module._preloadModules = function(requests) {
  if (!Array.isArray(requests) || requests.length === 0) return;
  const parent = new Module('internal/preload', null);
  parent.paths = Module._nodeModulePaths(process.cwd());
  for (const request of requests) parent.require(request);
};

Module.isBuiltin = function isBuiltin(id) {
  if (typeof id !== 'string') return false;
  return id.startsWith('node:') ? builtins.isPublicWithPrefix(id.slice(5)) : builtins.isPublic(id);
};

Object.defineProperty(Module, 'builtinModules', {
  __proto__: null,
  enumerable: true,
  configurable: true,
  get() {
    const value = Object.freeze(builtins.publicIds().filter((id) => builtins.isPublic(id)));
    Object.defineProperty(Module, 'builtinModules', {
      __proto__: null, enumerable: true, configurable: true, writable: true, value,
    });
    return value;
  },
});

function createRequireFor(filename) {
  const slash = filename.endsWith('/');
  const proxy = slash ? path.join(filename, 'noop.js') : filename;
  const module = new Module(proxy);
  module.filename = proxy;
  module.paths = Module._nodeModulePaths(module.path);
  return makeRequire(module);
}

Module.createRequire = function createRequire(filename) {
  let file = filename;
  if (filename instanceof URL || (typeof filename === 'string' && !path.isAbsolute(filename))) {
    try {
      file = require('internal/url').fileURLToPath(filename);
    } catch {
      throw new ERR_INVALID_ARG_VALUE('filename', filename,
        'must be a file URL object, file URL string, or absolute path string');
    }
  } else if (typeof filename !== 'string') {
    throw new ERR_INVALID_ARG_VALUE('filename', filename,
      'must be a file URL object, file URL string, or absolute path string');
  }
  return createRequireFor(file);
};

Module.findPackageJSON = function findPackageJSON(specifier, base) {
  if (specifier === undefined) throw new ERR_INVALID_ARG_TYPE('specifier', ['string', 'URL'], specifier);
  const { fileURLToPath } = require('internal/url');
  const toPath = (value) => (value instanceof URL || `${value}`.startsWith('file:') ? fileURLToPath(value) : `${value}`);
  let at = toPath(specifier);
  if (!path.isAbsolute(at)) {
    const from = base === undefined ? `${process.cwd()}/` : toPath(base);
    if (isRelative(at)) at = path.resolve(path.dirname(from), at);
    else return packageScope(createRequireFor(from).resolve(at))?.path;
  }
  return packageScope(stat(at) === kDirectory ? `${at}/x` : at)?.path;
};

Module.syncBuiltinESMExports = function syncBuiltinESMExports() {
  require('internal/modules/esm').syncBuiltins();
};
Module.findSourceMap = () => undefined;
Module.setSourceMapsSupport = () => {};
Module.getSourceMapsSupport = () => ({ __proto__: null, enabled: false, nodeModules: false, generatedCode: false });
Module.constants = Object.freeze({
  __proto__: null,
  compileCacheStatus: Object.freeze({ __proto__: null, FAILED: 0, ENABLED: 1, ALREADY_ENABLED: 2, DISABLED: 3 }),
});
Module.enableCompileCache = (directory) => require('internal/modules/code_cache').enable(directory);
Module.getCompileCacheDir = () => require('internal/modules/code_cache').directory();
Module.flushCompileCache = () => require('internal/modules/code_cache').flush();
Module.runMain = function runMain(main = process.argv[1]) {
  require('internal/modules/run').runFile(main);
};

module.exports = {
  Module,
  makeRequire,
  createRequireFor,
  packageScope,
  splitRequest,
  looksLikeEsm,
  readSource,
  realpath,
  stat,
  kFile,
  kDirectory,
  kFormat,
  // Once per run: what the command line says.
  setup(flags) {
    conditions = new Set([...(flags['--conditions'] ?? []), ...conditions]);
    options.preserveSymlinks = !!flags['--preserve-symlinks'] || process.env.NODE_PRESERVE_SYMLINKS === '1';
    options.preserveSymlinksMain = !!flags['--preserve-symlinks-main'] ||
      process.env.NODE_PRESERVE_SYMLINKS_MAIN === '1';
  },
};
