'use strict';
// Ways to end: process.exit(), the end of the loop, an exception nobody caught.

const { codes: { ERR_INVALID_ARG_TYPE, ERR_ASSERTION, ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET } } =
  require('internal/errors');

let exitCode; // undefined, or the integer that was set
let capture = null;

function checkCode(code) {
  if (code === undefined || code === null) return undefined;
  if (typeof code === 'number' && Number.isInteger(code)) return code;
  if (typeof code === 'string' && code !== '' && Number.isInteger(Number(code))) return Number(code);
  if (typeof code === 'number') {
    const { validateInteger } = require('internal/validators');
    validateInteger(code, 'code');
  }
  throw new ERR_INVALID_ARG_TYPE('code', 'integer', code);
}

// What lib/ itself does last, after the 'exit' listeners.
const finishers = [];
function finish() {
  while (finishers.length > 0) finishers.pop()();
}

function announceExit() {
  if (!process._exiting) {
    process._exiting = true;
    process.emit('exit', exitCode || 0);
  }
  finish();
}

function exit(code) {
  if (arguments.length !== 0) process.exitCode = code;
  announceExit();
  process.reallyExit(exitCode || 0);
}

// The loop has nothing left. Returns the exit code.
function emitExit() {
  announceExit();
  return exitCode || 0;
}

function emitBeforeExit() {
  process.emit('beforeExit', exitCode || 0);
}

// The native side asks what to do with an exception: true = handled, else the exit code.
function onUncaught(error, fromPromise) {
  const origin = fromPromise ? 'unhandledRejection' : 'uncaughtException';
  if (capture !== null) {
    capture(error);
    return true;
  }
  process.emit('uncaughtExceptionMonitor', error, origin);
  if (process.emit('uncaughtException', error, origin)) return true;
  try {
    if (!process._exiting) {
      process._exiting = true;
      process.exitCode = 1;
      process.emit('exit', 1);
    }
  } catch {
    // A listener that throws while the process ends changes nothing.
  }
  finish();
  return exitCode || 1;
}

function install(target) {
  target._exiting = false;
  target.exit = exit;
  target.reallyExit = (code) => binding('process').reallyExit(code || 0);
  Object.defineProperty(target, 'exitCode', {
    __proto__: null,
    get: () => exitCode,
    set: (code) => { exitCode = checkCode(code); },
    enumerable: true,
    configurable: false,
  });
  target.setUncaughtExceptionCaptureCallback = (fn) => {
    if (fn === null) {
      capture = null;
      return;
    }
    if (typeof fn !== 'function') throw new ERR_INVALID_ARG_TYPE('fn', ['Function', 'null'], fn);
    if (capture !== null) throw new ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET();
    capture = fn;
  };
  target.hasUncaughtExceptionCaptureCallback = () => capture !== null;
  target.assert = (condition, message) => {
    if (!condition) throw new ERR_ASSERTION(message || 'assertion error');
  };
}

module.exports = {
  install, emitExit, emitBeforeExit, onUncaught,
  // fn runs once, when the process ends by itself; it must not throw.
  atExit: (fn) => finishers.push(fn),
};
