'use strict';

const { AbortError, codes: { ERR_CHILD_PROCESS_IPC_REQUIRED } } = require('internal/errors');
const { validateAbortSignal, validateArray, validateObject } = require('internal/validators');
const { ChildProcess } = require('internal/child_process/child');
const {
  checkNoNull,
  checkNoNulls,
  normalizeSpawn,
  toKillSignal,
  toPath,
  validateTimeout,
} = require('internal/child_process/options');

function killAfter(child, timeout, killSignal) {
  const timer = setTimeout(() => {
    try {
      child.kill(killSignal);
    } catch (err) {
      child.emit('error', err);
    }
  }, timeout);
  child.once('exit', () => clearTimeout(timer));
}

function killOnAbort(child, signal, killSignal) {
  const abort = () => {
    try {
      if (child.kill(killSignal)) {
        child.emit('error', new AbortError(undefined, { cause: signal.reason }));
      }
    } catch (err) {
      child.emit('error', err);
    }
  };
  if (signal.aborted) {
    process.nextTick(abort);
    return;
  }
  signal.addEventListener('abort', abort, { once: true });
  child.once('exit', () => signal.removeEventListener('abort', abort));
}

function spawn(file, args, options) {
  options = normalizeSpawn(file, args, options);
  validateTimeout(options.timeout);
  if (options.signal) validateAbortSignal(options.signal, 'options.signal');
  const killSignal = toKillSignal(options.killSignal);
  const child = new ChildProcess();
  child.spawn(options);
  if (options.timeout > 0) killAfter(child, options.timeout, killSignal);
  if (options.signal) killOnAbort(child, options.signal, killSignal);
  return child;
}

function exec(command, options, callback) {
  const { normalizeExec } = require('internal/child_process/exec');
  const normalized = normalizeExec(command, options, callback);
  return module.exports.execFile(normalized.file, normalized.options, normalized.callback);
}

function execFile(file, args, options, callback) {
  const internal = require('internal/child_process/exec');
  return internal.execFile(spawn, internal.normalizeExecFile(file, args, options, callback));
}

// The flags that a forked child inherits: without the pair that made this process evaluate code.
function inheritedExecArgv() {
  const { execArgv } = process;
  if (process._eval == null) return execArgv;
  const index = execArgv.lastIndexOf(process._eval);
  return index > 0 ? [...execArgv.slice(0, index - 1), ...execArgv.slice(index + 1)] : execArgv;
}

function forkStdio({ stdio, silent }) {
  const { expandShortcut } = require('internal/child_process/stdio');
  if (typeof stdio === 'string') return expandShortcut(stdio, 'ipc');
  if (!Array.isArray(stdio)) return expandShortcut(silent ? 'pipe' : 'inherit', 'ipc');
  if (!stdio.includes('ipc')) throw new ERR_CHILD_PROCESS_IPC_REQUIRED('options.stdio');
  return stdio;
}

function fork(modulePath, args, options) {
  modulePath = toPath(modulePath, 'modulePath');
  if (args == null) {
    args = [];
  } else if (typeof args === 'object' && !Array.isArray(args)) {
    options = args;
    args = [];
  } else {
    validateArray(args, 'args');
  }
  if (options != null) validateObject(options, 'options');
  options = { __proto__: null, ...options, shell: false };
  options.execPath ||= process.execPath;
  checkNoNull(options.execPath, 'options.execPath');
  const execArgv = options.execArgv ?? inheritedExecArgv();
  checkNoNulls(execArgv, 'options.execArgv');
  options.stdio = forkStdio(options);
  return spawn(options.execPath, [...execArgv, modulePath, ...args], options);
}

function spawnSync(file, args, options) {
  return require('internal/child_process/sync').spawnSync(file, args, options);
}

function execFileSync(file, args, options) {
  return require('internal/child_process/sync').execFileSync(file, args, options);
}

function execSync(command, options) {
  return require('internal/child_process/sync').execSync(command, options);
}

function _forkChild(fd, serialization) {
  return require('internal/process/ipc_child').attach(fd, serialization);
}

// What util.promisify() gives for exec and execFile.
function definePromisified(original) {
  const run = (...args) => {
    let child;
    const promise = new Promise((resolve, reject) => {
      child = original(...args, (err, stdout, stderr) => {
        if (err === null) resolve({ stdout, stderr });
        else reject(Object.assign(err, { stdout, stderr }));
      });
    });
    promise.child = child;
    return promise;
  };
  Object.defineProperty(run, 'name', { value: original.name });
  Object.defineProperty(original, Symbol.for('nodejs.util.promisify.custom'), {
    __proto__: null,
    enumerable: false,
    value: run,
  });
}

definePromisified(exec);
definePromisified(execFile);

module.exports = {
  _forkChild,
  ChildProcess,
  exec,
  execFile,
  execFileSync,
  execSync,
  fork,
  spawn,
  spawnSync,
};
