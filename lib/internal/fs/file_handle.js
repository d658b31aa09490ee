'use strict';

// FileHandle: an open file of fs.promises. It counts the operations and streams that use it, and
// closes when it is told to and they are done.

const fsBinding = binding('fs');
const EventEmitter = require('events');
const { AbortError, codes } = require('internal/errors');
const {
  validateBoolean, validateBuffer, validateEncoding, validateInteger,
  validateObject,
} = require('internal/validators');
const { kAsyncDispose } = require('internal/util/dispose');
const { Call, callPromise, fromCallback } = require('internal/fs/call');
const { getOptions, kReadChunk, parseReadPosition } = require('internal/fs/options');
const ops = require('internal/fs/ops');
const transfer = require('internal/fs/transfer');
const wholeFile = require('internal/fs/whole_file');

const kFd = Symbol('kFd');
const kRefs = Symbol('kRefs');
const kClosePromise = Symbol('kClosePromise');
const kCloseResolve = Symbol('kCloseResolve');
const kCloseReject = Symbol('kCloseReject');
const kRef = Symbol('kRef');
const kUnref = Symbol('kUnref');
const kState = Symbol('kState');
const kLocked = Symbol('kLocked');

const kDefaultReadSize = 16 * 1024;

let registry;
function watchForLoss(handle) {
  registry ??= new FinalizationRegistry(({ fd }) => {
    if (fd < 0) return;
    fsBinding.close(fd);
    process.emitWarning(`Closing file descriptor ${fd} on garbage collection`);
    process.emitWarning(
      'Closing a FileHandle object on garbage collection is deprecated. Please close FileHandle ' +
      'objects explicitly using FileHandle.prototype.close(). In the future, an error will be ' +
      'thrown if a file descriptor is closed during garbage collection.',
      'DeprecationWarning', 'DEP0137');
  });
  registry.register(handle, handle[kState]);
}

class FileHandle extends EventEmitter {
  constructor(fd) {
    super();
    // What outlives a lost handle: the descriptor that is still open, or -1.
    Object.defineProperty(this, kState, { value: { fd }, enumerable: false });
    this[kFd] = fd;
    this[kRefs] = 1;
    this[kClosePromise] = null;
    watchForLoss(this);
  }

  getAsyncId() {
    return 0;
  }

  get fd() {
    return this[kFd];
  }

  appendFile(data, options) {
    return use(this, writeFile, data, options);
  }

  chmod(mode) {
    return use(this, simple, 'fchmod', mode);
  }

  chown(uid, gid) {
    return use(this, simple, 'fchown', uid, gid);
  }

  datasync() {
    return use(this, simple, 'fdatasync');
  }

  sync() {
    return use(this, simple, 'fsync');
  }

  read(buffer, offset, length, position) {
    return use(this, read, buffer, offset, length, position);
  }

  readv(buffers, position) {
    return use(this, readv, buffers, position);
  }

  readFile(options) {
    return use(this, readFile, options);
  }

  readLines(options = undefined) {
    return require('readline').createInterface({
      input: this.createReadStream(options),
      crlfDelay: Infinity,
    });
  }

  stat(options) {
    return use(this, simple, 'fstat', options);
  }

  truncate(len = 0) {
    return use(this, simple, 'ftruncate', len);
  }

  utimes(atime, mtime) {
    return use(this, simple, 'futimes', atime, mtime);
  }

  write(buffer, offset, length, position) {
    return use(this, write, buffer, offset, length, position);
  }

  writev(buffers, position) {
    return use(this, writev, buffers, position);
  }

  writeFile(data, options) {
    return use(this, writeFile, data, options);
  }

  close = () => {
    if (this[kFd] === -1) return Promise.resolve();
    if (this[kClosePromise]) return this[kClosePromise];
    if (--this[kRefs] === 0) {
      this[kClosePromise] = closeNow(this);
    } else {
      this[kClosePromise] = new Promise((resolve, reject) => {
        this[kCloseResolve] = resolve;
        this[kCloseReject] = reject;
      });
    }
    this.emit('close');
    return this[kClosePromise];
  };

  readableWebStream(options = {}) {
    return webStream(this, options);
  }

  createReadStream(options = undefined) {
    const { ReadStream } = require('internal/fs/streams');
    return new ReadStream(undefined, { ...options, fd: this });
  }

  createWriteStream(options = undefined) {
    const { WriteStream } = require('internal/fs/streams');
    return new WriteStream(undefined, { ...options, fd: this });
  }

  [kRef]() {
    this[kRefs]++;
  }

  [kUnref]() {
    if (--this[kRefs] > 0) return;
    closeNow(this).then(this[kCloseResolve], this[kCloseReject]);
  }
}

Object.defineProperty(FileHandle.prototype, kAsyncDispose, {
  async value() {
    await this.close();
  },
  writable: true,
  configurable: true,
});

function closeNow(handle) {
  const fd = handle[kFd];
  handle[kFd] = -1;
  handle[kState].fd = -1;
  return callPromise(ops.close(fd)).finally(() => {
    handle[kClosePromise] = undefined;
  });
}

function checkHandle(handle) {
  if (!(handle instanceof FileHandle)) {
    throw new codes.ERR_INVALID_ARG_TYPE('filehandle', 'FileHandle', handle);
  }
}

// Runs an operation while the handle is held open.
async function use(handle, operation, ...args) {
  checkHandle(handle);
  if (handle[kFd] === -1) {
    const error = new Error('file closed');
    error.code = 'EBADF';
    error.syscall = operation === simple ? args[0] : operation.name;
    throw error;
  }
  handle[kRef]();
  try {
    return await operation(handle, ...args);
  } finally {
    handle[kUnref]();
  }
}

// The operations whose first argument is the descriptor.
async function simple(handle, name, ...args) {
  return await callPromise(ops[name](handle[kFd], ...args));
}

// read(), read(options), read(buffer, options), read(buffer, offset, length, position)
function readArguments(buffer, offset, length, position) {
  if (!ArrayBuffer.isView(buffer)) {
    if (buffer !== undefined && buffer !== null) validateObject(buffer, 'options', 1);
    ({
      buffer = Buffer.alloc(kDefaultReadSize),
      offset = 0,
      length = buffer.byteLength - offset,
      position = null,
    } = buffer ?? {});
    validateBuffer(buffer);
  }
  if (offset !== null && typeof offset === 'object') {
    ({ offset = 0, length = buffer.byteLength - offset, position = null } = offset);
  }
  if (offset === undefined || offset === null) offset = 0;
  else validateInteger(offset, 'offset', 0);
  return [buffer, offset, length ?? buffer.byteLength - offset, position];
}

async function read(handle, ...args) {
  const [buffer, offset, length, position] = readArguments(...args);
  if (length === 0) return { __proto__: null, bytesRead: 0, buffer };
  const [plan] = transfer.parseRead(handle[kFd], buffer, offset, length,
                                    parseReadPosition(position, length), undefined);
  const bytesRead = await fromCallback((callback) => transfer.startRead(plan, callback));
  return { __proto__: null, bytesRead, buffer };
}

async function readv(handle, buffers, position) {
  const bytesRead = await callPromise(transfer.readv(handle[kFd], buffers, position));
  return { __proto__: null, bytesRead, buffers };
}

async function write(handle, buffer, offset, length, position) {
  if (ArrayBuffer.isView(buffer)) {
    if (buffer.byteLength === 0) return { __proto__: null, bytesWritten: 0, buffer };
  } else if (typeof buffer === 'string') {
    validateEncoding(buffer, length);
  } else {
    throw new codes.ERR_INVALID_ARG_TYPE(
      'buffer', ['string', 'Buffer', 'TypedArray', 'DataView'], buffer);
  }
  const plan = transfer.planWrite(handle[kFd], buffer, offset, length, position);
  const bytesWritten = await fromCallback((callback) => transfer.startWrite(plan, callback));
  return { __proto__: null, bytesWritten, buffer };
}

async function writev(handle, buffers, position) {
  const call = transfer.writev(handle[kFd], buffers, position);
  const bytesWritten = buffers.length === 0 ? 0 : await callPromise(call);
  return { __proto__: null, bytesWritten, buffers };
}

async function readFile(handle, options) {
  options = getOptions(options, { flag: 'r' });
  return await fromCallback((callback) => wholeFile.readFile(handle[kFd], options, callback));
}

function checkAborted(signal) {
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
}

const isIterable = (data) => typeof data === 'object' && data !== null &&
  !ArrayBuffer.isView(data) &&
  (typeof data[Symbol.asyncIterator] === 'function' || typeof data[Symbol.iterator] === 'function');

async function writeFile(handle, data, options) {
  const parsed = wholeFile.writeOptions(options);
  const { encoding, flush, signal } = parsed;
  if (isIterable(data)) {
    for await (const chunk of data) {
      checkAborted(signal);
      const bytes = ArrayBuffer.isView(chunk) ? chunk : Buffer.from(chunk, encoding);
      await writeFully(handle, bytes, signal);
    }
    checkAborted(signal);
    if (flush) await callPromise(ops.fsync(handle[kFd]));
    return;
  }
  await fromCallback((callback) => wholeFile.writeFile(handle[kFd], data, parsed, callback));
}

async function writeFully(handle, view, signal) {
  let offset = 0;
  while (offset < view.byteLength) {
    checkAborted(signal);
    const length = Math.min(kReadChunk, view.byteLength - offset);
    const call = new Call('write', undefined, undefined,
                          (req) => fsBinding.write(handle[kFd], view, offset, length, -1, req),
                          (bytes) => bytes);
    offset += await callPromise(call);
  }
}

function webStream(handle, options) {
  if (handle[kFd] === -1) throw new codes.ERR_INVALID_STATE('The FileHandle is closed');
  if (handle[kClosePromise]) throw new codes.ERR_INVALID_STATE('The FileHandle is closing');
  if (handle[kLocked]) throw new codes.ERR_INVALID_STATE('The FileHandle is locked');
  const { autoClose = false } = options;
  validateBoolean(autoClose, 'options.autoClose');
  handle[kLocked] = true;
  const done = async () => {
    handle[kUnref]();
    if (autoClose) await handle.close();
  };
  const stream = new ReadableStream({
    type: 'bytes',
    autoAllocateChunkSize: 16 * 1024,
    async pull(controller) {
      const { view } = controller.byobRequest;
      const { bytesRead } = await handle.read(view, 0,
                                              view.byteLength);
      if (bytesRead === 0) {
        controller.close();
        await done();
      }
      controller.byobRequest.respond(bytesRead);
    },
    cancel: done,
  });
  handle[kRef]();
  handle.once('close', () => stream.cancel?.().catch(() => {}));
  return stream;
}

async function openHandle(path, flags, mode) {
  return new FileHandle(await callPromise(ops.open(path, flags, mode)));
}

module.exports = {
  FileHandle, isIterable, kRef, kUnref, openHandle,
};
