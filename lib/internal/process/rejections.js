'use strict';
// Unhandled promise rejections, in the modes of --unhandled-rejections.

const native = binding('task_queue');
const { kRejectedWithoutHandler, kHandlerAddedAfterReject } = native;

let markPending;
let mode = 'throw';
let lastId = 0;
const pending = [];           // rejected, not yet reported
const handledLate = [];       // reported, then handled
let reported;                 // WeakMap promise -> { id, reported }

function onPromiseReject(type, promise, reason) {
  if (type === kRejectedWithoutHandler) {
    reported.set(promise, { reason, id: ++lastId, warned: false });
    pending.push(promise);
    markPending();
  } else if (type === kHandlerAddedAfterReject) {
    const entry = reported.get(promise);
    if (entry === undefined) return;
    reported.delete(promise);
    if (entry.warned) {
      handledLate.push({ promise, id: entry.id });
      markPending();
    }
  }
}

function isErrorLike(value) {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'stack');
}

function describe(reason) {
  const { inspect } = require('internal/util/inspect');
  return inspect(reason);
}

// What is thrown for a reason that is no error.
class UnhandledPromiseRejection extends Error {
  code = 'ERR_UNHANDLED_REJECTION';
  constructor(reason) {
    super('This error originated either by throwing inside of an async function without a catch ' +
      'block, or by rejecting a promise which was not handled with .catch(). The promise rejected ' +
      `with the reason "${describe(reason)}".`);
    this.name = 'UnhandledPromiseRejection';
  }
}

function throwIt(reason) {
  native.triggerUncaught(isErrorLike(reason) ? reason : new UnhandledPromiseRejection(reason), true);
}

function warnOf(id, reason) {
  const warning = new Error(
    'Unhandled promise rejection. This error originated either by throwing inside of an async ' +
    'function without a catch block, or by rejecting a promise which was not handled with ' +
    '.catch(). To terminate the node process on unhandled promise rejection, use the CLI flag ' +
    '`--unhandled-rejections=strict` (see ' +
    'https://nodejs.org/api/cli.html#cli_unhandled_rejections_mode). (rejection id: ' + id + ')');
  warning.name = 'UnhandledPromiseRejectionWarning';
  if (isErrorLike(reason)) {
    process.emitWarning(reason.stack, 'UnhandledPromiseRejectionWarning');
    warning.stack = reason.stack;
  } else {
    process.emitWarning(describe(reason), 'UnhandledPromiseRejectionWarning');
  }
  process.emitWarning(warning);
}

function report(promise, entry) {
  const { reason, id } = entry;
  const emit = () => process.emit('unhandledRejection', reason, promise);
  switch (mode) {
    case 'strict':
      throwIt(reason);
      if (!emit()) warnOf(id, reason);
      break;
    case 'warn':
      emit();
      warnOf(id, reason);
      break;
    case 'none':
      emit();
      break;
    case 'warn-with-error-code':
      if (!emit()) {
        warnOf(id, reason);
        process.exitCode = 1;
      }
      break;
    default:
      if (!emit()) throwIt(reason);
  }
}

// Reports what is pending. True if that may have queued more work.
function processRejections() {
  let more = false;
  while (handledLate.length > 0) {
    const { promise, id } = handledLate.shift();
    more = true;
    if (!process.emit('rejectionHandled', promise) && mode === 'warn') {
      const warning = new Error(`Promise rejection was handled asynchronously (rejection id: ${id})`);
      warning.name = 'PromiseRejectionHandledWarning';
      warning.id = id;
      process.emitWarning(warning);
    }
  }
  let left = pending.length;
  while (left-- > 0) {
    const promise = pending.shift();
    const entry = reported.get(promise);
    if (entry === undefined) continue;
    entry.warned = true;
    report(promise, entry);
    more = true;
  }
  return more || pending.length > 0;
}

function setup(mark) {
  markPending = mark;
  reported = new WeakMap();
  native.setHook('promiseReject', onPromiseReject);
  native.watchRejections();
}

module.exports = { setup, process: processRejections, setMode(value) { mode = value; } };
