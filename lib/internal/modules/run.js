'use strict';
// What the command line asks to run: a file, --eval, standard input; preloaded modules first.

const path = require('path');
const cjs = require('internal/modules/cjs');
const { Module } = cjs;
const { setHook } = binding('task_queue');

let fail;          // (message, exit code), from main
let mainPromise;   // of an ES module main: pending means an unsettled top-level await
let mainUrl;

function esm() {
  return require('internal/modules/esm');
}

function setup(options) {
  cjs.setup(options.flags);
  setHook('importDynamic', (referrer, specifier, attributes) =>
    esm().importDynamic(referrer, specifier, attributes));
  setHook('importMeta', (wrap, meta) => esm().fillImportMeta(wrap, meta));
  Module._initPaths();
}

// A script that is not there is a mistake of the command line: one line, no stack.
function resolveMain(request) {
  const file = path.resolve(request);
  const found = Module._findPath(file, null, true);
  if (found) return found;
  fail(`Cannot find module '${file}'`, 1);
  return undefined;
}

// .mjs, or .js of a package of type "module": the ES module loader from the start.
function isEsmFile(file) {
  if (file.endsWith('.mjs')) return true;
  if (file.endsWith('.cjs') || file.endsWith('.json') || file.endsWith('.node')) return false;
  const type = cjs.packageScope(file)?.type ?? 'none';
  if (file.endsWith('.js')) return type === 'module';
  return type === 'module' && path.extname(file) === '';
}

function watchMain(promise, url) {
  mainPromise = { settled: false };
  mainUrl = url;
  const state = mainPromise;
  promise.then(() => { state.settled = true; }, (error) => {
    state.settled = true;
    binding('task_queue').triggerUncaught(error, false);
  });
}

function runFile(request) {
  const file = resolveMain(request);
  if (isEsmFile(file)) {
    const { pathToFileURL } = require('internal/url');
    const url = pathToFileURL(file).href;
    watchMain(esm().importMain(url), url);
    return;
  }
  Module._load(file, null, true);
}

// An ES module that came to be the main one through require() has no awaiting promise of its own.
function adoptMainPromise(promise, url) {
  watchMain(promise, url);
}

function beforeExitCode() {
  if (mainPromise === undefined || mainPromise.settled || process.exitCode !== undefined) return;
  process.exitCode = 13;
  const { writeSync } = require('fs');
  writeSync(2, `Warning: Detected unsettled top-level await at ${mainUrl}\n\n\n`);
}

function evalIsModule(source, flags, name) {
  const type = flags['--input-type']?.at(-1);
  if (type === 'module') return true;
  if (type !== undefined) return false;
  try {
    binding('contextify').compileFunction(source, name, undefined, []);
    return false;
  } catch (error) {
    return cjs.looksLikeEsm(error, source, name);
  }
}

function runText(source, name, flags, print) {
  const cwd = process.cwd();
  const module = new Module(name);
  module.filename = path.join(cwd, name);
  module.paths = Module._nodeModulePaths(cwd);
  if (!print && evalIsModule(source, flags, name)) {
    const { pathToFileURL } = require('internal/url');
    const url = `${pathToFileURL(`${cwd}/`).href}${name.slice(0, -1)}1]`;
    watchMain(esm().importSource(url, source), url);
    return;
  }
  const define = (key, value) => Object.defineProperty(globalThis, key, {
    __proto__: null, value, writable: true, configurable: true, enumerable: false,
  });
  define('module', module);
  define('exports', module.exports);
  define('require', cjs.makeRequire(module));
  define('__filename', name);
  define('__dirname', '.');
  for (const id of Module.builtinModules) {
    if (id.includes('/') || id[0] === '_' || id in globalThis) continue;
    Object.defineProperty(globalThis, id, {
      __proto__: null,
      configurable: true,
      enumerable: false,
      get() {
        const value = module.require(id);
        define(id, value);
        return value;
      },
      set(value) { define(id, value); },
    });
  }
  const { acceptAttributes } = require('internal/modules/attributes');
  const result = binding('contextify').runScript(acceptAttributes(source), name);
  if (print) {
    const { log } = require('console');
    log(result);
  }
}

function readStandardInput() {
  return require('fs').readFileSync(0, 'utf8');
}

function preload(flags) {
  if (flags['--require']) Module._preloadModules(flags['--require']);
  const imports = flags['--import'];
  if (!imports) return undefined;
  const { pathToFileURL } = require('internal/url');
  const parent = pathToFileURL(`${process.cwd()}/`).href;
  return imports.reduce((before, specifier) => {
    const next = () => esm().importFrom(specifier, parent);
    return before === undefined ? next() : before.then(next);
  }, undefined);
}

// A promise of --import that is already settled must not delay the program.
function afterPreload(promise, program) {
  if (promise === undefined) return program();
  watchMain(promise.then(program), '--import');
  return undefined;
}

function checkSyntax(file) {
  const found = resolveMain(file);
  const source = cjs.readSource(found);
  if (isEsmFile(found)) {
    const { ModuleWrap } = binding('module_wrap');
    new ModuleWrap(`file://${found}`, source, undefined);
    return;
  }
  try {
    binding('contextify').compileFunction(source, found, undefined,
      ['exports', 'require', 'module', '__filename', '__dirname']);
  } catch (error) {
    if (!cjs.looksLikeEsm(error, source, found)) throw error;
  }
}

function run(options, failWith) {
  const { flags } = options;
  fail = failWith;
  const given = options.arguments;
  const text = flags['--eval']?.at(-1);
  const printed = flags['--print']?.at(-1);
  const inputType = flags['--input-type']?.at(-1);
  if (inputType !== undefined && inputType !== 'module' && inputType !== 'commonjs') {
    fail(`--input-type must be "module" or "commonjs"`, 9);
  }
  afterPreload(preload(flags), () => {
    if (flags['--print'] !== undefined) {
      const source = printed !== '' && printed !== undefined ? printed : text;
      if (source === undefined) fail('--print requires an argument', 9);
      process._eval = source;
      runText(source, '[eval]', flags, true);
    } else if (text !== undefined) {
      process._eval = text;
      runText(text, '[eval]', flags, false);
    } else if (given.length === 0 || given[0] === '-') {
      if (given.length === 0 && require('tty').isatty(0)) {
        fail('give a script to run, or --help (there is no interactive mode)', 9);
      }
      const source = readStandardInput();
      process._eval = source;
      runText(source, '[stdin]', flags, false);
    } else if (flags['--check']) {
      checkSyntax(given[0]);
    } else {
      if (inputType !== undefined) fail('--input-type can only be used with string input', 9);
      process.argv[1] = path.resolve(given[0]);
      runFile(given[0]);
    }
  });
}

module.exports = { setup, run, runFile, adoptMainPromise, beforeExitCode };
