'use strict';

// What is remembered about an 'error' event that nobody listened to, for the message of the
// uncaught exception: where it was emitted and by what.

const kEnhanceStack = Symbol('kEnhanceStackBeforeInspector');

function rememberEmit(emitter, error, emit) {
  try {
    const capture = {};
    Error.captureStackTrace(capture, emit);
    Object.defineProperty(error, kEnhanceStack, {
      value: () => withEmitPlace(emitter, error, capture),
      configurable: true,
    });
  } catch {
    // A frozen error is thrown as it is.
  }
}

function withEmitPlace(emitter, error, capture) {
  const name = emitter.constructor?.name;
  const who = name && name !== 'EventEmitter' ? ` on ${name} instance` : '';
  const places = String(capture.stack).split('\n').slice(1);
  return `${error.stack}\nEmitted 'error' event${who} at:\n${places.join('\n')}`;
}

// The stack to print for an uncaught error; undefined where nothing is to be added.
function enhancedStack(error) {
  if (error === null || typeof error !== 'object') return undefined;
  const enhance = error[kEnhanceStack];
  return typeof enhance === 'function' ? enhance() : undefined;
}

module.exports = { enhancedStack, rememberEmit };
