'use strict';

const { codes } = require('internal/errors');
const { validateAbortSignal, validateFunction } = require('internal/validators');
const { kDispose } = require('internal/util/dispose');

// Calls `listener` once when the signal aborts, even where an earlier listener stops propagation.
// The result takes it off again.
function addAbortListener(signal, listener) {
  if (signal === undefined) throw new codes.ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
  validateAbortSignal(signal, 'signal');
  validateFunction(listener, 'listener');

  let remove;
  if (signal.aborted) {
    queueMicrotask(() => listener());
  } else {
    const { kResistStopPropagation } = require('internal/event_target');
    signal.addEventListener('abort', listener,
                            { __proto__: null, once: true, [kResistStopPropagation]: true });
    remove = () => signal.removeEventListener('abort', listener);
  }
  return { __proto__: null, [kDispose]() { remove?.(); } };
}

module.exports = { addAbortListener };
