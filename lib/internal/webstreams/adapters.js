'use strict';

// Node streams as web streams and back: Readable.toWeb, Readable.fromWeb and so on.

const { AbortError, codes } = require('internal/errors');
const { validateObject } = require('internal/validators');
const { Duplex, Readable, Writable, destroy, finished, isDestroyed, isReadable, isWritable } =
  require('stream');
const web = require('internal/webstreams');

function requireInstance(value, name, expected, accepted) {
  if (!accepted) throw new codes.ERR_INVALID_ARG_TYPE(name, expected, value);
}

// Chunks count by their size, which for text is its length.
function strategyOf(objectMode, highWaterMark) {
  if (objectMode) return new web.CountQueuingStrategy({ highWaterMark });
  return { highWaterMark, size: (chunk) => chunk?.byteLength ?? chunk?.length ?? 1 };
}

// Byte streams of the web carry Uint8Arrays, never Buffers.
function toWebChunk(chunk, objectMode) {
  return Buffer.isBuffer(chunk) && !objectMode ? new Uint8Array(chunk) : chunk;
}

function closedReadableStream() {
  return new web.ReadableStream({ start(controller) { controller.close(); } });
}

function newReadableStreamFromStreamReadable(readable, options = {}) {
  requireInstance(readable, 'streamReadable', 'stream.Readable',
                  typeof readable?._readableState === 'object');
  validateObject(options, 'options');
  if (isDestroyed(readable) || !isReadable(readable)) {
    destroy(readable);
    return closedReadableStream();
  }
  const objectMode = readable.readableObjectMode;
  const strategy = options.strategy ?? strategyOf(objectMode, readable.readableHighWaterMark);
  let canceled = false;
  return new web.ReadableStream({
    start(controller) {
      readable.pause();
      finished(readable, { writable: false }, (error) => {
        readable.on('error', () => {});
        if (canceled) return;
        if (error) {
          controller.error(error.code === 'ERR_STREAM_PREMATURE_CLOSE' ?
            new AbortError(undefined, { cause: error }) : error);
        } else {
          controller.close();
        }
      });
      readable.on('data', (chunk) => {
        if (canceled) return;
        controller.enqueue(toWebChunk(chunk, objectMode));
        if (controller.desiredSize <= 0) readable.pause();
      });
      readable.pause();
    },
    pull() {
      readable.resume();
    },
    cancel(reason) {
      canceled = true;
      destroy(readable, reason);
    },
  }, strategy);
}

// What reading into `stream` needs; shared by Readable.fromWeb and Duplex.fromWeb.
function reading(getStream, reader) {
  return {
    read() {
      reader.read().then(({ value, done }) => getStream().push(done ? null : value),
                         (error) => destroy(getStream(), error));
    },
  };
}

function newStreamReadableFromReadableStream(readableStream, options = {}) {
  requireInstance(readableStream, 'readableStream', 'ReadableStream',
                  typeof readableStream?.getReader === 'function');
  validateObject(options, 'options');
  const { highWaterMark, encoding, objectMode = false, signal } = options;
  const reader = readableStream.getReader();
  let closed = false;
  const readable = new Readable({
    objectMode, highWaterMark, encoding, signal,
    ...reading(() => readable, reader),
    destroy(error, callback) {
      const done = () => callback(error);
      if (closed) process.nextTick(done);
      else reader.cancel(error ?? undefined).then(done, done);
    },
  });
  reader.closed.then(() => { closed = true; }, (error) => {
    closed = true;
    destroy(readable, error);
  });
  return readable;
}

function newWritableStreamFromStreamWritable(writable) {
  requireInstance(writable, 'streamWritable', 'stream.Writable',
                  typeof writable?.write === 'function');
  if (isDestroyed(writable) || !isWritable(writable)) {
    const closed = new web.WritableStream();
    closed.close();
    return closed;
  }
  const objectMode = writable.writableObjectMode;
  let drained;  // settles when the buffer has room again
  let ended;    // settles when all is flushed
  return new web.WritableStream({
    start(controller) {
      finished(writable, { readable: false }, (error) => {
        writable.on('error', () => {});
        if (error?.code === 'ERR_STREAM_PREMATURE_CLOSE') {
          error = new AbortError(undefined, { cause: error });
        }
        if (error) {
          drained?.reject(error);
          if (ended) ended.reject(error);
          else controller.error(error);
        } else if (ended) {
          ended.resolve();
        } else {
          controller.error(new AbortError());
        }
      });
      writable.on('drain', () => drained?.resolve());
    },
    write(chunk) {
      if (!writable.writableNeedDrain && writable.write(chunk)) return undefined;
      if (drained === undefined || drained.settled) drained = deferred();
      return drained.promise;
    },
    abort(reason) {
      destroy(writable, reason);
    },
    close() {
      ended = deferred();
      writable.end();
      return ended.promise;
    },
  }, strategyOf(objectMode, writable.writableHighWaterMark));
}

function deferred() {
  const result = { settled: false };
  result.promise = new Promise((resolve, reject) => {
    result.resolve = () => { result.settled = true; resolve(); };
    result.reject = (error) => { result.settled = true; reject(error); };
  });
  result.promise.catch(() => {});
  return result;
}

// What writing needs; shared by Writable.fromWeb and Duplex.fromWeb.
function writing(writer, isClosed) {
  const settle = (promise, callback) => promise.then(() => callback(), (error) => callback(error));
  return {
    write(chunk, encoding, callback) {
      settle(writer.ready.then(() => writer.write(chunk)), callback);
    },
    writev(chunks, callback) {
      const writeAll = () => Promise.all(chunks.map(({ chunk }) => writer.write(chunk)));
      settle(writer.ready.then(writeAll), callback);
    },
    final(callback) {
      if (isClosed()) callback();
      else settle(writer.close(), callback);
    },
  };
}

function newStreamWritableFromWritableStream(writableStream, options = {}) {
  requireInstance(writableStream, 'writableStream', 'WritableStream',
                  typeof writableStream?.getWriter === 'function');
  validateObject(options, 'options');
  const { highWaterMark, decodeStrings = true, objectMode = false, signal } = options;
  const writer = writableStream.getWriter();
  let closed = false;
  const writable = new Writable({
    highWaterMark, objectMode, decodeStrings, signal,
    ...writing(writer, () => closed),
    destroy(error, callback) {
      const done = () => callback(error);
      if (closed) process.nextTick(done);
      else (error ? writer.abort(error) : writer.close()).then(done, done);
    },
  });
  writer.closed.then(() => { closed = true; }, (error) => {
    closed = true;
    destroy(writable, error);
  });
  return writable;
}

function newReadableWritablePairFromDuplex(duplex) {
  requireInstance(duplex, 'duplex', 'stream.Duplex',
                  typeof duplex?.write === 'function' && typeof duplex.read === 'function');
  return {
    writable: newWritableStreamFromStreamWritable(duplex),
    readable: newReadableStreamFromStreamReadable(duplex),
  };
}

function newStreamDuplexFromReadableWritablePair(pair, options = {}) {
  validateObject(pair, 'pair');
  validateObject(options, 'options');
  const { readable, writable } = pair;
  requireInstance(readable, 'pair.readable', 'ReadableStream',
                  typeof readable?.getReader === 'function');
  requireInstance(writable, 'pair.writable', 'WritableStream',
                  typeof writable?.getWriter === 'function');
  const {
    allowHalfOpen = false, objectMode = false, decodeStrings = true, encoding, highWaterMark,
    signal,
  } = options;
  const writer = writable.getWriter();
  const reader = readable.getReader();
  let writerClosed = false;
  let readerClosed = false;
  const duplex = new Duplex({
    allowHalfOpen, highWaterMark, objectMode, encoding, decodeStrings, signal,
    ...writing(writer, () => writerClosed),
    ...reading(() => duplex, reader),
    destroy(error, callback) {
      const done = () => callback(error);
      const ends = [];
      if (!writerClosed) ends.push(writer.abort(error));
      if (!readerClosed) ends.push(reader.cancel(error));
      Promise.all(ends).then(done, done);
    },
  });
  writer.closed.then(() => { writerClosed = true; }, (error) => {
    writerClosed = readerClosed = true;
    destroy(duplex, error);
  });
  reader.closed.then(() => { readerClosed = true; }, (error) => {
    writerClosed = readerClosed = true;
    destroy(duplex, error);
  });
  return duplex;
}

module.exports = {
  newReadableStreamFromStreamReadable,
  newReadableWritablePairFromDuplex,
  newStreamDuplexFromReadableWritablePair,
  newStreamReadableFromReadableStream,
  newStreamWritableFromWritableStream,
  newWritableStreamFromStreamWritable,
};
