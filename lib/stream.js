'use strict';

// Node's streams: the package `readable-stream` on the runtime's own Buffer, events, errors and
// nextTick, with what Node has gained since.

require('internal/util/dispose');
const Stream = require('npm/readable-stream');
const { isUint8Array } = require('internal/buffer/checks');

const { Duplex, Readable, Writable } = Stream;
const kAdapters = 'internal/webstreams/adapters';

Stream.setDefaultHighWaterMark(false, 64 * 1024);

delete Readable.prototype.asIndexedPairs;

Writable.prototype[Symbol.asyncDispose] = function() {
  if (!this.destroyed) {
    const { AbortError } = require('internal/errors');
    this.destroy(this.writableFinished ? null : new AbortError());
  }
  return new Promise((resolve, reject) => {
    const settle = (error) => (error && error.name !== 'AbortError' ? reject(error) : resolve(null));
    Stream.finished(this, settle);
  });
};

function lazyMethod(target, name, implementation) {
  Object.defineProperty(target, name, {
    configurable: true,
    enumerable: true,
    writable: true,
    value: {
      [name](stream, options) {
        return require(kAdapters)[implementation](stream, options);
      },
    }[name],
  });
}
lazyMethod(Readable, 'fromWeb', 'newStreamReadableFromReadableStream');
lazyMethod(Readable, 'toWeb', 'newReadableStreamFromStreamReadable');
lazyMethod(Writable, 'fromWeb', 'newStreamWritableFromWritableStream');
lazyMethod(Writable, 'toWeb', 'newWritableStreamFromStreamWritable');
lazyMethod(Duplex, 'fromWeb', 'newStreamDuplexFromReadableWritablePair');
lazyMethod(Duplex, 'toWeb', 'newReadableWritablePairFromDuplex');

Stream.duplexPair = function duplexPair(options) {
  return require('internal/streams/duplex_pair').duplexPair(options);
};
Stream.isDestroyed = isDestroyed;
Stream.isWritable ??= isWritable;
Stream._isUint8Array = isUint8Array;
Stream._isArrayBufferView = ArrayBuffer.isView;

function isDestroyed(stream) {
  if (!stream || typeof stream.pipe !== 'function' && typeof stream.write !== 'function') return null;
  const state = stream._writableState ?? stream._readableState;
  return !!(stream.destroyed || stream[Symbol.for('nodejs.stream.destroyed')] || state?.destroyed);
}

module.exports = Stream;
