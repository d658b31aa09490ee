'use strict';
// The text of error.stack. The native side calls this once for each error whose stack is read.

function errorHeader(error) {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return '<error>';
  }
}

function prepareStackTrace(error, trace) {
  const user = globalThis.Error.prepareStackTrace;
  if (typeof user === 'function') return user(error, trace);
  const header = errorHeader(error);
  if (trace.length === 0) return header;
  return `${header}\n    at ${trace.join('\n    at ')}`;
}

module.exports = { prepareStackTrace };
