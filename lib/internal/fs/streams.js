'use strict';

// ReadStream and WriteStream. They reach the file through an object with fs's functions: the public
// fs (so that a program's changes to it count), the `fs` option, or a FileHandle.

const { codes } = require('internal/errors');
const { validateAbortSignal, validateBoolean, validateFunction, validateInteger } =
  require('internal/validators');
const { Readable, Writable, addAbortSignal, finished } = require('stream');
const { getValidatedPath } = require('internal/fs/paths');
const { getOptions, parseFileMode } = require('internal/fs/options');
const { FileHandle, kRef, kUnref } = require('internal/fs/file_handle');

const kFs = Symbol('kFs');
const kHandle = Symbol('kHandle');
const kIsPerformingIO = Symbol('kIsPerformingIO');
const kIoDone = Symbol('kIoDone');

const kDefaultHighWaterMark = 64 * 1024;

// fs's functions for the file of a handle.
function handleOperations(handle) {
  const toCallback = (promise, callback, pick = () => []) => {
    promise.then((result) => process.nextTick(callback, null, ...pick(result)),
                 (error) => process.nextTick(callback, error));
  };
  return {
    open: (path, flags, mode, callback) => {
      throw new codes.ERR_METHOD_NOT_IMPLEMENTED('open()');
    },
    close: (fd, callback) => {
      handle[kUnref]();
      toCallback(handle.close(), callback);
    },
    fsync: (fd, callback) => toCallback(handle.sync(), callback),
    read: (fd, buffer, offset, length, position, callback) => toCallback(
      handle.read(buffer, offset, length, position), callback, (r) => [r.bytesRead, r.buffer]),
    write: (fd, buffer, offset, length, position, callback) => toCallback(
      handle.write(buffer, offset, length, position), callback,
      (r) => [r.bytesWritten, r.buffer]),
    writev: (fd, buffers, position, callback) => toCallback(
      handle.writev(buffers, position), callback, (r) => [r.bytesWritten, r.buffers]),
  };
}

function importFd(stream, options) {
  const { fd } = options;
  if (typeof fd === 'number') {
    validateInteger(fd, 'fd', 0, 2147483647);
    return fd;
  }
  if (typeof fd === 'object' && fd instanceof FileHandle) {
    if (options.fs) throw new codes.ERR_METHOD_NOT_IMPLEMENTED('FileHandle with fs');
    stream[kHandle] = fd;
    stream[kFs] = handleOperations(fd);
    fd[kRef]();
    fd.on('close', stream.close.bind(stream));
    return fd.fd;
  }
  throw new codes.ERR_INVALID_ARG_TYPE('options.fd', ['number', 'FileHandle'], fd);
}

// The functions that an `fs` option must have.
function importFs(stream, options, required) {
  stream[kFs] = options.fs ?? require('fs');
  for (const name of required) validateFunction(stream[kFs][name], `options.fs.${name}`);
}

function importPath(stream, path, options, flags) {
  if (options.fd === undefined || options.fd === null) {
    stream.fd = null;
    stream.path = getValidatedPath(path);
    stream.flags = options.flags === undefined ? flags : options.flags;
    stream.mode = options.mode === undefined ? 0o666 : parseFileMode(options.mode, 'mode');
  } else {
    stream.fd = importFd(stream, options);
  }
}

function openFile(stream, callback) {
  stream[kFs].open(stream.path, stream.flags, stream.mode, (error, fd) => {
    if (error) return callback(error);
    stream.fd = fd;
    callback();
    stream.emit('open', fd);
    stream.emit('ready');
  });
}

// Opens unless there is a descriptor. A program may bring its own, older style open().
function construct(callback) {
  const stream = this;
  if (typeof stream.fd === 'number') return callback();
  if (stream.open === openOldStyle) return openFile(stream, callback);
  const { emit } = stream;
  stream.emit = function(name, ...rest) {
    if (name !== 'open' && name !== 'error') return emit.call(stream, name, ...rest);
    stream.emit = emit;
    if (name === 'error') return callback(rest[0]);
    callback();
    return emit.call(stream, name, ...rest);
  };
  stream.open();
}

function openOldStyle() {}

function close(stream, error, callback) {
  if (stream.fd === undefined || stream.fd === null) return callback(error);
  const { fd } = stream;
  stream.fd = null;
  stream[kFs].close(fd, (closeError) => callback(closeError || error));
}

// Waits for a read or write under way; its descriptor must not be closed before.
function closeWhenIdle(stream, error, callback) {
  if (!stream[kIsPerformingIO]) return close(stream, error, callback);
  stream.once(kIoDone, (ioError) => close(stream, error || ioError, callback));
}

function ioDone(stream, error) {
  stream[kIsPerformingIO] = false;
  if (!stream.destroyed) return false;
  stream.emit(kIoDone, error);
  return true;
}

function applySignal(stream, signal) {
  if (signal === undefined) return;
  validateAbortSignal(signal, 'signal');
  addAbortSignal(signal, stream);
}

function ReadStream(path, options) {
  if (!(this instanceof ReadStream)) return new ReadStream(path, options);
  options = { ...getOptions(options, {}) };
  if (options.highWaterMark === undefined) options.highWaterMark = kDefaultHighWaterMark;
  if (options.autoDestroy === undefined) options.autoDestroy = false;
  importFs(this, options, options.fs ? (options.fd == null ? ['open', 'read'] : ['read']) : []);
  options.autoDestroy = options.autoClose === undefined ? true : options.autoClose;
  if (options.autoDestroy && options.fs) validateFunction(options.fs.close, 'options.fs.close');
  importPath(this, path, options, 'r');

  this.start = options.start;
  this.end = options.end ?? Infinity;
  this.pos = undefined;
  this.bytesRead = 0;
  this[kIsPerformingIO] = false;
  importRange(this);

  Readable.call(this, withoutSignal(options));
  if (options.encoding) this.setEncoding(options.encoding);
  applySignal(this, options.signal);
}
Object.setPrototypeOf(ReadStream.prototype, Readable.prototype);
Object.setPrototypeOf(ReadStream, Readable);

// The stream classes would take options' functions for their own methods.
function withoutSignal(options) {
  const { signal, encoding, fs, ...rest } = options;
  return rest;
}

function importRange(stream) {
  if (stream.start !== undefined) {
    validateInteger(stream.start, 'start', 0);
    stream.pos = stream.start;
  }
  if (stream.end === Infinity) return;
  validateInteger(stream.end, 'end', 0);
  if (stream.start !== undefined && stream.start > stream.end) {
    throw new codes.ERR_OUT_OF_RANGE('start', `<= "end" (here: ${stream.end})`, stream.start);
  }
}

// autoClose is another name of the state's autoDestroy.
function defineAutoClose(Class, state) {
  Object.defineProperty(Class.prototype, 'autoClose', {
    get() {
      return this[state].autoDestroy;
    },
    set(value) {
      this[state].autoDestroy = value;
    },
    configurable: true,
  });
}

function definePending(Class) {
  Object.defineProperty(Class.prototype, 'pending', {
    get() {
      return this.fd === null;
    },
    configurable: true,
  });
}

defineAutoClose(ReadStream, '_readableState');
ReadStream.prototype.open = openOldStyle;
ReadStream.prototype._construct = construct;

ReadStream.prototype._read = function(n) {
  n = this.pos === undefined ? Math.min(this.end - this.bytesRead + 1, n) :
    Math.min(this.end - this.pos + 1, n);
  if (n <= 0) {
    this.push(null);
    return;
  }
  const buffer = Buffer.allocUnsafeSlow(n);
  this[kIsPerformingIO] = true;
  this[kFs].read(this.fd, buffer, 0, n, this.pos, (error, bytes) => {
    if (ioDone(this, error)) return;
    if (error) this.destroy(error);
    else acceptRead(this, buffer, bytes);
  });
};

function acceptRead(stream, buffer, bytes) {
  if (bytes === 0) {
    stream.push(null);
    return;
  }
  if (stream.pos !== undefined) stream.pos += bytes;
  stream.bytesRead += bytes;
  // A chunk much smaller than its memory would hold on to it.
  if (bytes < buffer.length / 2) {
    const exact = Buffer.allocUnsafeSlow(bytes);
    buffer.copy(exact, 0, 0, bytes);
    stream.push(exact);
  } else {
    stream.push(bytes === buffer.length ? buffer : buffer.subarray(0, bytes));
  }
}

ReadStream.prototype._destroy = function(error, callback) {
  closeWhenIdle(this, error, callback);
};

ReadStream.prototype.close = function(callback) {
  if (typeof callback === 'function') finished(this, callback);
  this.destroy();
};

definePending(ReadStream);

function WriteStream(path, options) {
  if (!(this instanceof WriteStream)) return new WriteStream(path, options);
  options = { ...getOptions(options, {}) };
  options.decodeStrings = true;
  importFs(this, options, options.fs && options.fd == null ? ['open'] : []);
  if (options.fs && !options.fs.write && !options.fs.writev) {
    throw new codes.ERR_INVALID_ARG_TYPE('options.fs.write', 'function', options.fs.write);
  }
  options.autoDestroy = options.autoClose === undefined ? true : options.autoClose;
  importPath(this, path, options, 'w');
  this.flush = options.flush ?? false;
  validateBoolean(this.flush, 'options.flush');
  if (!this[kFs].writev) this._writev = null;

  this.start = options.start;
  this.pos = undefined;
  this.bytesWritten = 0;
  this[kIsPerformingIO] = false;
  if (this.start !== undefined) {
    validateInteger(this.start, 'start', 0);
    this.pos = this.start;
  }

  Writable.call(this, withoutSignal(options));
  if (options.encoding) this.setDefaultEncoding(options.encoding);
  applySignal(this, options.signal);
}
Object.setPrototypeOf(WriteStream.prototype, Writable.prototype);
Object.setPrototypeOf(WriteStream, Writable);

defineAutoClose(WriteStream, '_writableState');
WriteStream.prototype.open = openOldStyle;
WriteStream.prototype._construct = construct;

// Writes all of a buffer, however many writes that takes.
function writeAll(stream, data, size, position, callback, retries = 0) {
  stream[kFs].write(stream.fd, data, 0, size, position, (error, bytes, buffer) => {
    if (error?.code === 'EAGAIN') {
      error = null;
      bytes = 0;
    }
    if (stream.destroyed || error) return callback(error || new codes.ERR_STREAM_DESTROYED('write'));
    stream.bytesWritten += bytes;
    retries = bytes ? 0 : retries + 1;
    if (retries > 5) return callback(new Error('write failed'));
    if (bytes === size) return callback();
    writeAll(stream, buffer.slice(bytes), size - bytes,
             position === undefined ? undefined : position + bytes, callback, retries);
  });
}

function writevAll(stream, chunks, size, position, callback) {
  stream[kFs].writev(stream.fd, chunks, position, (error, bytes, buffers) => {
    if (error?.code === 'EAGAIN') {
      error = null;
      bytes = 0;
    }
    if (stream.destroyed || error) {
      return callback(error || new codes.ERR_STREAM_DESTROYED('writev'));
    }
    stream.bytesWritten += bytes;
    if (bytes === size) return callback();
    const rest = Buffer.concat(buffers).subarray(bytes);
    writeAll(stream, rest, size - bytes, position === undefined ? undefined : position + bytes,
             callback);
  });
}

WriteStream.prototype._write = function(data, encoding, callback) {
  this[kIsPerformingIO] = true;
  writeAll(this, data, data.length, this.pos, (error) => {
    if (ioDone(this, error)) return callback(error);
    callback(error);
  });
  if (this.pos !== undefined) this.pos += data.length;
};

WriteStream.prototype._writev = function(data, callback) {
  const chunks = data.map(({ chunk }) => chunk);
  const size = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  this[kIsPerformingIO] = true;
  writevAll(this, chunks, size, this.pos, (error) => {
    if (ioDone(this, error)) return callback(error);
    callback(error);
  });
  if (this.pos !== undefined) this.pos += size;
};

WriteStream.prototype._destroy = function(error, callback) {
  if (!this.flush || error || typeof this.fd !== 'number') {
    return closeWhenIdle(this, error, callback);
  }
  this[kFs].fsync(this.fd, (syncError) => closeWhenIdle(this, syncError || error, callback));
};

WriteStream.prototype.close = function(callback) {
  if (callback) {
    if (this.closed) {
      process.nextTick(callback);
      return;
    }
    this.on('close', callback);
  }
  // A stream that does not close by itself does so after 'finish'.
  if (!this.autoClose) this.on('finish', this.destroy);
  // Not destroy(): what was written before goes to the file.
  this.end();
};

WriteStream.prototype.destroySoon = WriteStream.prototype.end;
definePending(WriteStream);

module.exports = { ReadStream, WriteStream };
