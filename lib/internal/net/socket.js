'use strict';

// net.Socket: a Duplex over a TCP or Pipe handle.

const { Duplex } = require('stream');
const {
  codes: {
    ERR_INVALID_ARG_VALUE, ERR_INVALID_FD_TYPE, ERR_INVALID_HANDLE_TYPE, ERR_SOCKET_CLOSED,
    ERR_SOCKET_CLOSED_BEFORE_CONNECTION,
  },
  ErrnoException,
} = require('internal/errors');
const {
  validateAbortSignal, validateFunction, validateInt32, validateNumber,
} = require('internal/validators');
const {
  kOwner, onStreamRead, writeGeneric, writevGeneric,
} = require('internal/stream_base_commons');
const { kNormalized, kSockets, normalizeArgs } = require('internal/net');

const kBytesRead = Symbol('kBytesRead');
const kBytesWritten = Symbol('kBytesWritten');
const kTimer = Symbol('timeout');
const kNoDelay = Symbol('kSetNoDelay');
const kKeepAlive = Symbol('kSetKeepAlive');
const kKeepAliveDelay = Symbol('kSetKeepAliveInitialDelay');
const kUserBuffer = Symbol('kBuffer');
const kMaxTimeout = 2 ** 31 - 1;

function noop() {}

function createHandle(fd, isServer) {
  validateInt32(fd, 'fd', 0);
  const type = binding('tty').guessHandleType(fd);
  const name = type === 'PIPE' ? 'Pipe' : type === 'TCP' ? 'TCP' : undefined;
  if (name === undefined) throw new ERR_INVALID_FD_TYPE(type);
  const native = binding(name === 'Pipe' ? 'pipe' : 'tcp');
  return new native[name](isServer ? native.constants.SERVER : native.constants.SOCKET);
}

function initHandle(socket) {
  const handle = socket._handle;
  if (!handle) return;
  handle[kOwner] = socket;
  handle.onread = onStreamRead;
  if (socket[kUserBuffer] !== null) socket._onReadChunk = copyToUserBuffer;
}

// The option onread: {buffer, callback}: input is copied into the user's buffer, piece by piece.
function copyToUserBuffer(chunk) {
  const { callback } = this[kUserBuffer];
  let { buffer } = this[kUserBuffer];
  let more = true;
  for (let at = 0; at < chunk.length;) {
    if (typeof buffer === 'function') buffer = this[kUserBuffer].buffer();
    const n = Math.min(buffer.length, chunk.length - at);
    if (n === 0) break;
    buffer.set(chunk.subarray(at, at + n));
    at += n;
    if (callback(n, buffer) === false) more = false;
    if (this.destroyed) return true;
    buffer = this[kUserBuffer].buffer;
  }
  return more;
}

function userBufferOf(onread) {
  if (onread === null || typeof onread !== 'object' || typeof onread.callback !== 'function') {
    return null;
  }
  const { isUint8Array } = require('internal/buffer');
  return isUint8Array(onread.buffer) || typeof onread.buffer === 'function' ? onread : null;
}

const unsupported = ['objectMode', 'readableObjectMode', 'writableObjectMode'];

function adoptHandle(socket, options) {
  if (options.handle) {
    socket._handle = options.handle;
    return;
  }
  if (options.fd === undefined) return;
  const { fd } = options;
  socket._handle = createHandle(fd, false);
  const status = socket._handle.open(fd);
  if (status) throw new ErrnoException(status, 'open');
  // Standard output must be out before the process ends.
  if ((fd === 1 || fd === 2) && socket._handle instanceof binding('pipe').Pipe) {
    socket._handle.setBlocking(true);
  }
}

function beginReading(socket, options) {
  if (!socket._handle || options.readable === false || options.manualStart) return;
  if (options.pauseOnCreate) {
    socket._handle.reading = false;
    socket._handle.readStop();
    socket.readableFlowing = false;
  } else {
    socket.read(0);
  }
}

function Socket(options) {
  if (!(this instanceof Socket)) return new Socket(options);
  options = typeof options === 'number' ? { fd: options } : { ...options };
  for (const name of unsupported) {
    if (options[name]) throw new ERR_INVALID_ARG_VALUE(`options.${name}`, options[name], 'is not supported');
  }
  if (options.keepAliveInitialDelay !== undefined) {
    validateNumber(options.keepAliveInitialDelay, 'options.keepAliveInitialDelay');
    if (options.keepAliveInitialDelay < 0) options.keepAliveInitialDelay = 0;
  }
  this.connecting = false;
  this._hadError = false;
  this._parent = null;
  this._host = null;
  this._handle = null;
  this[kTimer] = null;
  this[kUserBuffer] = userBufferOf(options.onread);
  // Sockets emit 'close' themselves, with whether there was an error.
  options.allowHalfOpen = Boolean(options.allowHalfOpen);
  options.emitClose = false;
  options.autoDestroy = true;
  options.decodeStrings = false;
  const { signal } = options;
  delete options.signal;
  Duplex.call(this, options);
  this.allowHalfOpen = options.allowHalfOpen;
  this._sockname = null;
  this._peername = undefined;
  this._pendingData = null;
  this._pendingEncoding = '';
  this.server = null;
  this._server = null;
  this[kNoDelay] = Boolean(options.noDelay);
  this[kKeepAlive] = Boolean(options.keepAlive);
  this[kKeepAliveDelay] = ~~(options.keepAliveInitialDelay / 1000);
  this[kBytesRead] = 0;
  this[kBytesWritten] = 0;
  adoptHandle(this, options);
  this.on('end', onReadableEnd);
  initHandle(this);
  if (signal) {
    validateAbortSignal(signal, 'options.signal');
    require('stream').addAbortSignal(signal, this);
  }
  beginReading(this, options);
}
Object.setPrototypeOf(Socket.prototype, Duplex.prototype);
Object.setPrototypeOf(Socket, Duplex);

function onReadableEnd() {
  if (!this.allowHalfOpen) this.write = writeAfterFin;
}

// The peer has ended and half-open sockets were not asked for.
function writeAfterFin(chunk, encoding, callback) {
  if (!this.writableEnded) return Duplex.prototype.write.call(this, chunk, encoding, callback);
  if (typeof encoding === 'function') callback = encoding;
  const error = new Error('This socket has been ended by the other party');
  error.code = 'EPIPE';
  if (typeof callback === 'function') process.nextTick(callback, error);
  this.destroy(error);
  return false;
}

// --- Reading

Socket.prototype._read = function _read(n) {
  if (this.connecting || !this._handle) {
    this.once('connect', () => this._read(n));
  } else if (!this._handle.reading) {
    this._handle.reading = true;
    const status = this._handle.readStart();
    if (status < 0) this.destroy(new ErrnoException(status, 'read'));
  }
};

// Where a user's buffer is filled there is no Readable that would ask for more.
function restartUserReading(socket) {
  if (socket[kUserBuffer] !== null && !socket.connecting && socket._handle &&
      !socket._handle.reading) {
    socket._handle.reading = true;
    socket._handle.readStart();
  }
}

Socket.prototype.read = function read(n) {
  restartUserReading(this);
  return Duplex.prototype.read.call(this, n);
};

Socket.prototype.resume = function resume() {
  restartUserReading(this);
  return Duplex.prototype.resume.call(this);
};

Socket.prototype.pause = function pause() {
  if (this[kUserBuffer] !== null && !this.connecting && this._handle?.reading) {
    this._handle.reading = false;
    if (!this.destroyed) this._handle.readStop();
  }
  return Duplex.prototype.pause.call(this);
};

// --- Writing

Socket.prototype._writeGeneric = function(writev, data, encoding, callback) {
  // While connecting, one write waits; Writable keeps the further ones.
  if (this.connecting) {
    this._pendingData = data;
    this._pendingEncoding = encoding;
    const onClose = () => callback(new ERR_SOCKET_CLOSED_BEFORE_CONNECTION());
    this.once('connect', () => {
      this.off('close', onClose);
      this._writeGeneric(writev, data, encoding, callback);
    });
    this.once('close', onClose);
    return;
  }
  this._pendingData = null;
  this._pendingEncoding = '';
  if (!this._handle) return callback(new ERR_SOCKET_CLOSED());
  this._unrefTimer();
  if (writev) writevGeneric(this, data, callback);
  else writeGeneric(this, data, encoding, callback);
};

Socket.prototype._writev = function(chunks, callback) {
  this._writeGeneric(true, chunks, '', callback);
};

Socket.prototype._write = function(data, encoding, callback) {
  this._writeGeneric(false, data, encoding, callback);
};

Socket.prototype.end = function(data, encoding, callback) {
  Duplex.prototype.end.call(this, data, encoding, callback);
  return this;
};

Socket.prototype._final = function(callback) {
  if (this.connecting) {
    this.once('connect', () => this._final(callback));
    return;
  }
  if (!this._handle) return callback();
  const status = this._handle.shutdown({
    oncomplete: (code) => callback(code < 0 && !this.destroyed ?
      new ErrnoException(code, 'shutdown') : undefined),
  });
  if (status === 0) return;
  const { UV_ENOTCONN, UV_EBADF } = binding('uv');
  if (status === UV_ENOTCONN || status === UV_EBADF) return callback();
  callback(new ErrnoException(status, 'shutdown'));
};

// --- Ending

Socket.prototype.destroySoon = function() {
  if (this.writable) this.end();
  if (this.writableFinished) this.destroy();
  else this.once('finish', this.destroy);
};

Socket.prototype._reset = function() {
  this.resetAndClosing = true;
  return this.destroy();
};

Socket.prototype.resetAndDestroy = function() {
  if (!this._handle) {
    this.destroy(new ERR_SOCKET_CLOSED());
  } else if (!(this._handle instanceof binding('tcp').TCP)) {
    throw new ERR_INVALID_HANDLE_TYPE();
  } else if (this.connecting) {
    this.once('connect', () => this._reset());
  } else {
    this._reset();
  }
  return this;
};

function closeHandle(socket, hadError) {
  const handle = socket._handle;
  socket[kBytesRead] = handle.bytesRead ?? 0;
  socket[kBytesWritten] = handle.bytesWritten ?? 0;
  const closed = () => socket.emit('close', hadError);
  if (!socket.resetAndClosing) {
    handle.close(closed);
  } else {
    socket.resetAndClosing = false;
    const status = handle.reset(closed);
    if (status) {
      handle.close(closed);
      socket.emit('error', new ErrnoException(status, 'reset'));
    }
  }
  handle.onread = noop;
  socket._handle = null;
  socket._sockname = null;
}

Socket.prototype._destroy = function(error, callback) {
  this.connecting = false;
  for (let s = this; s !== null; s = s._parent) clearTimer(s);
  if (this._handle) {
    closeHandle(this, Boolean(error));
    callback(error);
  } else {
    callback(error);
    process.nextTick(() => this.emit('close', Boolean(error)));
  }
  const server = this._server;
  if (server) {
    this._server = null;
    server._connections--;
    server[kSockets]?.delete(this);
    server._emitCloseIfDrained?.();
  }
};

// --- Time limits

function clearTimer(socket) {
  if (socket[kTimer] !== null) {
    require('timers').clearTimeout(socket[kTimer]);
    socket[kTimer] = null;
  }
}

Socket.prototype._unrefTimer = function() {
  for (let s = this; s !== null && s !== undefined; s = s._parent) s[kTimer]?.refresh();
};

Socket.prototype._onTimeout = function() {
  // A long write that makes progress is activity.
  const left = this._handle?.writeQueueSize ?? 0;
  if (left > 0 && left !== this._lastWriteQueueSize) {
    this._lastWriteQueueSize = left;
    this._unrefTimer();
    if (this[kTimer] === null && this.timeout) startTimer(this, this.timeout);
    return;
  }
  this.emit('timeout');
};

function startTimer(socket, after) {
  const { setTimeout } = require('timers');
  socket[kTimer] = setTimeout(() => socket._onTimeout(), after).unref();
}

Socket.prototype.setTimeout = function(after, callback) {
  if (this.destroyed) return this;
  this.timeout = after;
  validateNumber(after, 'msecs');
  if (after < 0 || !Number.isFinite(after)) {
    throw new (require('internal/errors').codes.ERR_OUT_OF_RANGE)(
      'msecs', 'a non-negative finite number', after);
  }
  clearTimer(this);
  if (callback !== undefined) validateFunction(callback, 'callback');
  if (after === 0) {
    if (callback !== undefined) this.removeListener('timeout', callback);
  } else {
    startTimer(this, Math.min(after, kMaxTimeout));
    if (callback !== undefined) this.once('timeout', callback);
  }
  return this;
};

// --- Options of the connection; those set before there is one are applied once it stands.

Socket.prototype.setNoDelay = function(enable) {
  enable = Boolean(enable === undefined ? true : enable);
  if (!this._handle) {
    this[kNoDelay] = enable;
  } else if (this._handle.setNoDelay && enable !== this[kNoDelay]) {
    this[kNoDelay] = enable;
    this._handle.setNoDelay(enable);
  }
  return this;
};

Socket.prototype.setKeepAlive = function(enable, initialDelay) {
  enable = Boolean(enable);
  const delay = ~~(initialDelay / 1000);
  if (!this._handle) {
    this[kKeepAlive] = enable;
    this[kKeepAliveDelay] = delay;
  } else if (this._handle.setKeepAlive &&
             (enable !== this[kKeepAlive] || (enable && this[kKeepAliveDelay] !== delay))) {
    this[kKeepAlive] = enable;
    this[kKeepAliveDelay] = delay;
    this._handle.setKeepAlive(enable, delay);
  }
  return this;
};

// The options a socket was made with, on its fresh connection.
function applyOptions(socket) {
  const handle = socket._handle;
  if (socket[kNoDelay]) handle.setNoDelay?.(true);
  if (socket[kKeepAlive]) handle.setKeepAlive?.(true, socket[kKeepAliveDelay]);
}

Socket.prototype.ref = function() {
  if (!this._handle) this.once('connect', this.ref);
  else this._handle.ref?.();
  return this;
};

Socket.prototype.unref = function() {
  if (!this._handle) this.once('connect', this.unref);
  else this._handle.unref?.();
  return this;
};

// --- Names and counters

function nameOf(socket, method) {
  if (!socket._handle?.[method]) return {};
  const out = {};
  return socket._handle[method](out) === 0 ? out : {};
}

Socket.prototype._getpeername = function() {
  if (!this._handle?.getpeername || this.connecting) return this._peername || {};
  if (!this._peername) {
    const name = nameOf(this, 'getpeername');
    if (name.address === undefined) return {};
    this._peername = name;
  }
  return this._peername;
};

Socket.prototype._getsockname = function() {
  if (!this._handle?.getsockname) return {};
  if (!this._sockname) this._sockname = nameOf(this, 'getsockname');
  return this._sockname;
};

Socket.prototype.address = function() {
  return this._getsockname();
};

// Bytes that stand before the system has seen them.
function waitingBytes(socket) {
  const { Buffer } = require('buffer');
  const size = (data, encoding) => data instanceof Buffer || typeof data !== 'string' ?
    data.length : Buffer.byteLength(data, encoding);
  let bytes = 0;
  for (const { chunk, encoding } of socket.writableBuffer ?? []) bytes += size(chunk, encoding);
  const pending = socket._pendingData;
  if (Array.isArray(pending)) {
    for (const chunk of pending) {
      bytes += chunk.chunk === undefined ? size(chunk, 'utf8') : size(chunk.chunk, chunk.encoding);
    }
  } else if (pending) {
    bytes += size(pending, socket._pendingEncoding);
  }
  return bytes;
}

const getters = {
  _connecting() { return this.connecting; },
  pending() { return !this._handle || this.connecting; },
  readyState() {
    if (this.connecting) return 'opening';
    if (this.readable && this.writable) return 'open';
    if (this.readable) return 'readOnly';
    return this.writable ? 'writeOnly' : 'closed';
  },
  bufferSize() { return this._handle ? this.writableLength : undefined; },
  bytesRead() { return this._handle ? this._handle.bytesRead ?? 0 : this[kBytesRead]; },
  _bytesDispatched() {
    return this._handle ? this._handle.bytesWritten ?? 0 : this[kBytesWritten];
  },
  bytesWritten() {
    const bytes = this._bytesDispatched;
    return this.destroyed && !this._handle && !this._pendingData ? bytes :
      bytes + waitingBytes(this);
  },
  remoteAddress() { return this._getpeername().address; },
  remoteFamily() { return this._getpeername().family; },
  remotePort() { return this._getpeername().port; },
  localAddress() { return this._getsockname().address; },
  localPort() { return this._getsockname().port; },
  localFamily() { return this._getsockname().family; },
};
for (const name of Object.keys(getters)) {
  Object.defineProperty(Socket.prototype, name, {
    __proto__: null, configurable: false, enumerable: true, get: getters[name],
  });
}

// --- Connecting

Socket.prototype.connect = function(...args) {
  // connect([options, callback]) comes from net.connect, already in that form.
  const normalized = Array.isArray(args[0]) && args[0][kNormalized] ? args[0] : normalizeArgs(args);
  const [options, callback] = normalized;
  if (options.port === undefined && options.path == null) {
    throw new (require('internal/errors').codes.ERR_MISSING_ARGS)(['options', 'port', 'path']);
  }
  if (this.write !== Socket.prototype.write) this.write = Socket.prototype.write;
  if (this.destroyed) {
    this._handle = null;
    this._peername = undefined;
    this._sockname = null;
    this._undestroy();
  }
  const { path } = options;
  const isPipe = Boolean(path);
  if (!this._handle) {
    const { Pipe, constants } = binding(isPipe ? 'pipe' : 'tcp');
    this._handle = isPipe ? new Pipe(constants.SOCKET) : new (binding('tcp').TCP)(0);
    initHandle(this);
  }
  this[kNoDelay] = this[kNoDelay] || Boolean(options.noDelay);
  if (options.keepAlive) {
    this[kKeepAlive] = true;
    this[kKeepAliveDelay] = ~~(options.keepAliveInitialDelay / 1000);
  }
  if (callback !== null) this.once('connect', callback);
  this._unrefTimer();
  this.connecting = true;
  const { connectPipe, lookupAndConnect } = require('internal/net/connect');
  if (isPipe) connectPipe(this, path);
  else lookupAndConnect(this, options);
  return this;
};

// Called once the handle is connected.
function connected(socket) {
  socket.connecting = false;
  socket._sockname = null;
  applyOptions(socket);
  socket._unrefTimer();
  socket.emit('connect');
  socket.emit('ready');
  if (socket.readable && !socket.isPaused()) {
    restartUserReading(socket);
    if (socket._handle && socket[kUserBuffer] === null) socket.read(0);
  }
}

module.exports = { Socket, applyOptions, connected, createHandle, initHandle };
