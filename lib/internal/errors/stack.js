'use strict';

// How `error.stack` becomes text. The engine calls prepareStackTrace(error, callSites) when a stack
// is first read.

const { kIsNodeError } = require('internal/errors');

const kOwnFrames = /^node:internal\/(?:validators|errors)(?:\/|$|\.js)/;

function isOwn(error) {
  try {
    return error !== null && typeof error === 'object' && kIsNodeError in error;
  } catch {
    return false;  // a proxy may refuse
  }
}

function header(error) {
  return isOwn(error) ? `${error.name} [${error.code}]: ${error.message}` :
    Error.prototype.toString.call(error);
}

// Where an argument check threw is not where the mistake is: the caller's frame leads.
function withoutChecks(error, callSites) {
  if (!isOwn(error)) return callSites;
  let first = 0;
  while (first < callSites.length && kOwnFrames.test(callSites[first].getFileName())) first++;
  return first === 0 || first === callSites.length ? callSites : callSites.slice(first);
}

function defaultPrepareStackTrace(error, callSites) {
  let head;
  try {
    head = header(error);
  } catch {
    head = '<error>';
  }
  const frames = withoutChecks(error, callSites);
  return frames.length === 0 ? head : `${head}\n    at ${frames.join('\n    at ')}`;
}

// A program's own Error.prepareStackTrace comes first, as in V8 itself.
function prepareStackTrace(error, callSites) {
  const own = globalThis.Error?.prepareStackTrace;
  if (typeof own === 'function' && own !== defaultPrepareStackTrace) return own(error, callSites);
  return defaultPrepareStackTrace(error, callSites);
}

module.exports = { defaultPrepareStackTrace, prepareStackTrace };
