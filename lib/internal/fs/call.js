'use strict';

// How lib/ runs the functions of binding('fs'). A Call is one operation with its arguments checked;
// it runs synchronously (callSync), with a callback (callAsync) or as a promise (callPromise).

const { codes, uvException } = require('internal/errors');
const { validateFunction } = require('internal/validators');
const fsBinding = binding('fs');

const kStringTooLong = -27;  // EFBIG, see fs_request.h
const kFileTooLarge = -7;  // E2BIG

class Call {
  // start(req) calls the binding; req is undefined for a synchronous call. convert(value) makes the
  // result; without it there is none.
  constructor(syscall, path, dest, start, convert = undefined) {
    this.syscall = syscall;
    this.path = path;
    this.dest = dest;
    this.start = start;
    this.convert = convert;
  }
}

function stringTooLong() {
  return new codes.ERR_STRING_TOO_LONG(binding('buffer').kStringMaxLength);
}

function failure(errno, syscall, path, dest) {
  if (errno === kStringTooLong && syscall !== 'write') return stringTooLong();
  return uvException({ errno, syscall, path, dest });
}

// The error of a callback: made off the loop, so it has no stack worth showing.
function detachedFailure(errno, syscall, path, dest) {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  const error = failure(errno, syscall, path, dest);
  Error.stackTraceLimit = limit;
  return error;
}

// For a synchronous job of several system calls. The path belongs to the calls that name one.
const kPathless = new Set(['read', 'write', 'fstat', 'fsync', 'close']);
function jobFailure(errno, path) {
  const [syscall, failedPath] = fsBinding.lastFailure();
  return failure(errno, syscall, kPathless.has(syscall) ? undefined : failedPath || path);
}

function callSync(call) {
  const value = call.start(undefined);
  if (typeof value === 'number' && value < 0) {
    throw failure(value, call.syscall, call.path, call.dest);
  }
  return call.convert === undefined ? undefined : call.convert(value);
}

class Request {
  constructor(call, callback) {
    this.call = call;
    this.callback = callback;
  }

  oncomplete(errno, value, syscall, path) {
    const { call, callback } = this;
    if (errno < 0) {
      const failedCall = syscall || call.syscall;
      callback(detachedFailure(
        errno, failedCall, kPathless.has(failedCall) ? undefined : path || call.path, call.dest));
    } else if (call.convert === undefined || value === undefined) {
      callback(null);
    } else {
      this.answer(value);
    }
  }

  answer(value) {
    let result;
    try {
      result = this.call.convert(value);
    } catch (error) {
      this.callback(error);
      return;
    }
    this.callback(null, result);
  }
}

// Starts the call. Not having been able to start is reported like a failure, later.
function start(call, callback) {
  const errno = call.start(new Request(call, callback));
  if (errno < 0) {
    process.nextTick(callback, detachedFailure(errno, call.syscall, call.path, call.dest));
  }
}

function callAsync(call, callback) {
  validateFunction(callback, 'cb');
  start(call, callback);
}

// run(callback) as a promise. A failed call's error tells where it was awaited: it was itself made
// off the loop.
async function fromCallback(run) {
  try {
    return await new Promise((resolve, reject) => {
      run((error, value) => (error === null ? resolve(value) : reject(error)));
    });
  } catch (error) {
    if (error?.errno !== undefined) Error.captureStackTrace(error, fromCallback);
    throw error;
  }
}

function callPromise(call) {
  return fromCallback((callback) => start(call, callback));
}

module.exports = {
  Call,
  callAsync,
  callPromise,
  callSync,
  detachedFailure,
  failure,
  fromCallback,
  jobFailure,
  kFileTooLarge,
  kStringTooLong,
};
