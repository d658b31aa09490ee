'use strict';
// Builds the global object and `process` at build time; start() gives them their run-time values and
// runs the program.

// Symbols of explicit resource management, where the engine has none yet.
for (const name of ['dispose', 'asyncDispose']) {
  if (Symbol[name] !== undefined) continue;
  Object.defineProperty(Symbol, name, {
    __proto__: null, value: Symbol(`Symbol.${name}`), writable: false, enumerable: false, configurable: false,
  });
}

require('internal/process/object');
const { defineLazy, defineHidden } = require('internal/bootstrap/define');
const timers = require('timers');
const { queueMicrotask } = require('internal/process/task_queues');

// Node's enumerable globals, in its order.
function defineEnumerable(name, value) {
  Object.defineProperty(globalThis, name, {
    __proto__: null, value, writable: true, configurable: true, enumerable: true,
  });
}
Object.defineProperty(globalThis, Symbol.toStringTag, {
  __proto__: null, value: 'global', writable: false, enumerable: false, configurable: true,
});
defineEnumerable('global', globalThis);
defineEnumerable('clearImmediate', timers.clearImmediate);
defineEnumerable('setImmediate', timers.setImmediate);
defineEnumerable('clearInterval', timers.clearInterval);
defineEnumerable('clearTimeout', timers.clearTimeout);
defineEnumerable('setInterval', timers.setInterval);
defineEnumerable('setTimeout', timers.setTimeout);
defineEnumerable('queueMicrotask', queueMicrotask);
defineLazy(globalThis, 'structuredClone', 'internal/structured_clone', true);
defineLazy(globalThis, 'atob', 'buffer', true);
defineLazy(globalThis, 'btoa', 'buffer', true);
defineLazy(globalThis, 'performance', 'perf_hooks', true);

defineHidden(globalThis, 'process', process);
defineLazy(globalThis, 'Buffer', 'buffer');
defineLazy(globalThis, 'console', 'console', false, (exports) => exports);
const lazyGlobals = {
  'internal/url': ['URL', 'URLSearchParams'],
  'internal/encoding': ['TextEncoder', 'TextDecoder'],
  'internal/abort_controller': ['AbortController', 'AbortSignal'],
  'internal/event_target': ['EventTarget', 'Event', 'CustomEvent'],
  'internal/domexception': ['DOMException'],
  'buffer': ['Blob', 'File'],
  'internal/webstreams': [
    'ReadableStream', 'ReadableStreamDefaultReader', 'ReadableStreamBYOBReader',
    'ReadableStreamBYOBRequest', 'ReadableByteStreamController', 'ReadableStreamDefaultController',
    'TransformStream', 'TransformStreamDefaultController', 'WritableStream',
    'WritableStreamDefaultWriter', 'WritableStreamDefaultController', 'ByteLengthQueuingStrategy',
    'CountQueuingStrategy', 'TextEncoderStream', 'TextDecoderStream',
  ],
};
for (const id of Object.keys(lazyGlobals)) {
  for (const name of lazyGlobals[id]) defineLazy(globalThis, name, id);
}

exports.start = function start() {
  return require('internal/bootstrap/main').start();
};
require('internal/bootstrap/main');
