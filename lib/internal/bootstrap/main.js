'use strict';
// What a run begins with: the values of `process`, the hooks of the native side, preloaded modules,
// then the program. Everything here runs after the snapshot was read.

const exit = require('internal/process/exit');
const taskQueues = require('internal/process/task_queues');
const timers = require('internal/timers');
const warning = require('internal/process/warning');
const methods = require('internal/process/methods');
const { createEnv } = require('internal/process/env');
const { prepareStackTrace } = require('internal/process/stack');
const { setHook } = binding('task_queue');
const native = binding('process');

// The text of an uncaught exception, as the native side prints it.
function formatUncaught(error) {
  const { inspect } = require('internal/util/inspect');
  const isError = error instanceof Error ||
    (typeof error === 'object' && error !== null && typeof error.stack === 'string');
  if (isError) {
    try {
      const stack = require('internal/errors/unhandled').enhancedStack(error);
      if (stack !== undefined) error.stack = stack;
      return inspect(error, { colors: false });
    } catch {
      return String(error.stack);
    }
  }
  const text = inspect(error);
  if (typeof error === 'object' && error !== null) return text;
  return `${text}\n(Use \`node --trace-uncaught ...\` to show where the exception was thrown)`;
}

function defineValues(options) {
  const { arguments: given, flags } = options;
  process.argv0 = options.argv0;
  process.execPath = options.execPath;
  process.execArgv = options.execArgv;
  process.argv = [options.execPath, ...given];
  Object.defineProperty(process, 'pid', {
    __proto__: null, enumerable: true, configurable: true, get: native.pid,
  });
  Object.defineProperty(process, 'ppid', {
    __proto__: null, enumerable: true, configurable: true, get: native.ppid,
  });
  Object.defineProperty(process, 'title', {
    __proto__: null,
    enumerable: true,
    configurable: true,
    get: native.getTitle,
    set: (value) => native.setTitle(`${value}`),
  });
  process.debugPort = 9229;
  process.env = createEnv();
  const [v8, uv] = native.versions();
  Object.defineProperty(process, 'versions', {
    __proto__: null,
    enumerable: true,
    configurable: true,
    value: Object.freeze({
      node: process.version.slice(1),
      drover: require('internal/version').drover,
      v8,
      uv,
      modules: '137',
    }),
  });
  if (flags['--title']) process.title = flags['--title'].at(-1);
  if (flags['--stack-trace-limit']) Error.stackTraceLimit = +flags['--stack-trace-limit'].at(-1);
  if (flags['--no-deprecation']) process.noDeprecation = true;
  if (flags['--throw-deprecation']) process.throwDeprecation = true;
  if (flags['--trace-deprecation']) process.traceDeprecation = true;
  if (flags['--trace-warnings']) process.traceProcessWarnings = true;
  for (const name of flags['--disable-warning'] ?? []) warning.disabled.add(name);
  if (!flags['--no-warnings'] && process.env.NODE_NO_WARNINGS !== '1') {
    process.on('warning', warning.onWarning);
  }
  if (flags['--unhandled-rejections']) {
    require('internal/process/rejections').setMode(flags['--unhandled-rejections'].at(-1));
  }
}

function loadEnvFiles(flags) {
  const load = (path, mustExist) => {
    try {
      process.loadEnvFile(path);
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
      if (mustExist) fail(`${path}: not found`, 9);
    }
  };
  for (const path of flags['--env-file'] ?? []) load(path, true);
  for (const path of flags['--env-file-if-exists'] ?? []) load(path, false);
}

// A mistake of the command line: one line, no stack.
function fail(message, code) {
  require('fs').writeSync(2, `${process.argv0}: ${message}\n`);
  process.reallyExit(code);
}

function start() {
  taskQueues.setup();
  timers.setup();
  methods.setStartTime();
  setHook('uncaught', exit.onUncaught);
  setHook('formatUncaught', formatUncaught);
  setHook('prepareStack', prepareStackTrace);
  const options = native.options();
  defineValues(options);
  if (options.flags['--env-file'] || options.flags['--env-file-if-exists']) {
    loadEnvFiles(options.flags);
  }
  const modules = require('internal/modules/run');
  modules.setup(options);
  if (process.env.DROVER_CHANNEL_FD !== undefined || process.env.NODE_CHANNEL_FD !== undefined) {
    require('internal/process/ipc_child').setup();
  }
  modules.run(options, fail);
  return {
    emitBeforeExit: exit.emitBeforeExit,
    emitExit: () => {
      modules.beforeExitCode();
      return exit.emitExit();
    },
  };
}

module.exports = { start };
// Part of the snapshot, since every program needs them.
require('internal/modules/run');
require('internal/bootstrap/warm');
