'use strict';
// Compiled code of user modules, kept on disk: <cache folder>/<engine tag>/<hash of the path>. An
// entry names the source it belongs to by length and hash, so a changed file is simply compiled
// anew. V8 trusts the bytes, so the folder must be the user's own.

const { startTimer } = require('internal/timers');
const { atExit } = require('internal/process/exit');
const native = binding('code_cache');

const kLeastSource = 2048;      // smaller files compile faster than a cache file is read
const kFlushAfter = 3000;       // ms
const kMostEntries = 4096;      // of one engine tag; beyond it the oldest quarter goes

let folder;                     // undefined: not decided, null: none
const fresh = [];               // [filename, source, compiled function or ModuleWrap] to be written

function decideFolder() {
  const { env } = process;
  if (env.NODE_DISABLE_COMPILE_CACHE) return null;
  const base = env.NODE_COMPILE_CACHE ||
    (env.XDG_CACHE_HOME ? `${env.XDG_CACHE_HOME}/drover/code` : env.HOME && `${env.HOME}/.cache/drover/code`);
  if (!base || base[0] !== '/') return null;
  return `${base}/${process.version}-${process.versions.drover}-${binding('contextify').codeCacheTag().toString(16)}`;
}

function directory() {
  if (folder === undefined) folder = decideFolder();
  return folder ?? undefined;
}

// The cached code of this source, or undefined.
function cachedCode(filename, source) {
  if (source.length < kLeastSource || directory() === undefined) return undefined;
  return native.read(folder, filename, source);
}

// Remembers to write the code; it is written at exit, when the functions that ran are compiled.
function keepCode(filename, source, compiled) {
  if (source.length < kLeastSource || directory() === undefined) return;
  if (fresh.length === 0) {
    atExit(flush);
    // A server that is killed later shall have its code kept too.
    startTimer(flush, kFlushAfter, undefined, false, false);
  }
  fresh.push([filename, source, compiled]);
}

function flush() {
  if (directory() === undefined) return;
  for (const [filename, source, compiled] of fresh.splice(0)) {
    const code = typeof compiled === 'function'
      ? binding('contextify').functionCodeCache(compiled)
      : compiled.codeCache();
    if (native.write(folder, filename, source, code, kMostEntries) < 0) {
      folder = null; // no permission, full disk: do without
      return;
    }
  }
}

function enable(path) {
  const status = require('internal/modules/cjs').Module.constants.compileCacheStatus;
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return { status: status.DISABLED };
  if (directory() !== undefined && path === undefined) {
    return { status: status.ALREADY_ENABLED, directory: folder };
  }
  if (path !== undefined) {
    process.env.NODE_COMPILE_CACHE = require('path').resolve(`${path}`);
    folder = undefined;
  }
  return directory() === undefined ? { status: status.FAILED } : { status: status.ENABLED, directory: folder };
}

module.exports = { cachedCode, keepCode, flush, directory, enable };
