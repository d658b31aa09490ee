'use strict';

// net.Server: listening, accepting, closing.

const EventEmitter = require('events');
const {
  codes: {
    ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_SERVER_ALREADY_LISTEN,
    ERR_SERVER_NOT_RUNNING,
  },
  ErrnoException, ExceptionWithHostPort, UVExceptionWithHostPort,
} = require('internal/errors');
const {
  validateAbortSignal, validateNumber, validatePort, validateString,
} = require('internal/validators');
const { kOwner } = require('internal/stream_base_commons');
const {
  isPipeName, kNormalized, kSockets, normalizeArgs, onAbort, toNumber,
} = require('internal/net');
const { Socket, createHandle } = require('internal/net/socket');

// A server that takes raw connections itself: method (handle).
const kRawConnection = Symbol('rawConnection');
const kDrain = Symbol.for('drover.drain');
const kDefaultBacklog = 511;

function Server(options, connectionListener) {
  if (!(this instanceof Server)) return new Server(options, connectionListener);
  EventEmitter.call(this);
  if (typeof options === 'function') {
    connectionListener = options;
    options = {};
  } else if (options == null || typeof options === 'object') {
    options = { ...options };
  } else {
    throw new ERR_INVALID_ARG_TYPE('options', 'Object', options);
  }
  if (connectionListener) this.on('connection', connectionListener);
  if (options.keepAliveInitialDelay !== undefined) {
    validateNumber(options.keepAliveInitialDelay, 'options.keepAliveInitialDelay');
    if (options.keepAliveInitialDelay < 0) options.keepAliveInitialDelay = 0;
  }
  if (options.highWaterMark !== undefined) {
    validateNumber(options.highWaterMark, 'options.highWaterMark');
    if (options.highWaterMark < 0) options.highWaterMark = undefined;
  }
  this._connections = 0;
  this._handle = null;
  this._usingWorkers = false;
  this._workers = [];
  this._unref = false;
  this._listeningId = 1;
  this.allowHalfOpen = options.allowHalfOpen || false;
  this.pauseOnConnect = Boolean(options.pauseOnConnect);
  this.noDelay = Boolean(options.noDelay);
  this.keepAlive = Boolean(options.keepAlive);
  this.keepAliveInitialDelay = ~~(options.keepAliveInitialDelay / 1000);
  this.highWaterMark = options.highWaterMark ?? require('stream').getDefaultHighWaterMark(false);
  if (options.blockList) this.blockList = options.blockList;
}
Object.setPrototypeOf(Server.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Server, EventEmitter);

// --- The listening handle

function bindTcp(handle, address, port, addressType, flags) {
  if (addressType === 6) return handle.bind6(address, port, flags);
  return handle.bind(address || '0.0.0.0', port, flags);
}

// A bound handle, or a negative code. Used by the primary of a cluster too.
function createServerHandle(address, port, addressType, fd, flags) {
  if (typeof fd === 'number' && fd >= 0) {
    let handle;
    try {
      handle = createHandle(fd, true);
    } catch {
      return binding('uv').UV_EINVAL;
    }
    return handle.open(fd) || handle;
  }
  if (port === -1 && addressType === -1) {
    const { Pipe, constants } = binding('pipe');
    const handle = new Pipe(constants.SERVER);
    const status = handle.bind(address);
    return status ? closed(handle, status) : handle;
  }
  const { TCP, constants } = binding('tcp');
  const handle = new TCP(constants.SERVER);
  if (!address && addressType !== 4) {
    // Both families where there is IPv6.
    if (handle.bind6('::', port, flags ?? 0) === 0) return handle;
    handle.close();
    return createServerHandle('0.0.0.0', port, 4, undefined, flags);
  }
  const status = bindTcp(handle, address, port, addressType, flags ?? 0);
  return status ? closed(handle, status) : handle;
}

function closed(handle, status) {
  handle.close();
  return status;
}

function emitLater(server, error) {
  process.nextTick(() => server.emit('error', error));
}

// Without an address: IPv6 that takes IPv4 too, else IPv4.
function openAnyAddress(port, fd, flags) {
  const handle = createServerHandle('::', port, 6, fd, flags);
  if (typeof handle !== 'number') return ['::', 6, handle];
  return ['0.0.0.0', 4, null];
}

function setupListenHandle(address, port, addressType, backlog, fd, flags) {
  if (!this._handle) {
    let handle = null;
    if (!address && typeof fd !== 'number') {
      [address, addressType, handle] = openAnyAddress(port, fd, flags);
    }
    handle ??= createServerHandle(address, port, addressType, fd, flags);
    if (typeof handle === 'number') {
      emitLater(this, new UVExceptionWithHostPort(handle, 'listen', address, port));
      return;
    }
    this._handle = handle;
  }
  this._handle.onconnection = onconnection;
  this._handle[kOwner] = this;
  // Names the server to processes that get its connections.
  this._connectionKey = `${addressType}:${address}:${port}`;
  const status = this._handle.listen(backlog || kDefaultBacklog);
  if (status) {
    const error = new UVExceptionWithHostPort(status, 'listen', address, port);
    this._handle.close();
    this._handle = null;
    emitLater(this, error);
    return;
  }
  if (this._unref) this.unref();
  process.nextTick(() => {
    if (this._handle) this.emit('listening');
  });
}
Server.prototype._listen2 = setupListenHandle;

// --- listen()

let cluster;
function listenInCluster(server, address, port, addressType, backlog, fd, exclusive, flags, options) {
  exclusive = Boolean(exclusive);
  if (!exclusive && cluster === undefined) {
    // A program without a channel to a primary never loads cluster.
    cluster = process.channel || process.connected !== undefined ? require('cluster') : null;
  }
  if (exclusive || !cluster?.isWorker) {
    server._listen2(address, port, addressType, backlog, fd, flags);
    return;
  }
  const listeningId = server._listeningId;
  cluster._getServer(server, {
    address, port, addressType, fd, flags, backlog, ...options,
  }, (status, handle) => {
    if (listeningId !== server._listeningId) {
      handle?.close();
      return;
    }
    status = checkBindError(status, port, handle);
    if (status) {
      server.emit('error', new ExceptionWithHostPort(status, 'bind', address, port));
      return;
    }
    server._handle = handle;
    server._listen2(address, port, addressType, backlog, fd, flags);
  });
}

// libuv reports that an address is in use at listen(), so the bound port tells whether bind() worked.
function checkBindError(status, port, handle) {
  if (status !== 0 || port <= 0 || !handle?.getsockname) return status;
  const out = {};
  status = handle.getsockname(out);
  return status === 0 && port !== out.port ? binding('uv').UV_EADDRINUSE : status;
}

function listenOnHost(server, port, host, backlog, exclusive, flags) {
  const listeningId = server._listeningId;
  require('dns').lookup(host, { all: true }, (error, found) => {
    if (listeningId !== server._listeningId) return;
    if (error) {
      server.emit('error', error);
      return;
    }
    // An address that works on one link only is taken last.
    const { address, family } = found.find((a) => a.family === 4 || !/^fe[89ab]/i.test(a.address)) ??
      found[0];
    listenInCluster(server, address, port, family || 4, backlog, undefined, exclusive,
                    family === 6 ? flags : flags & ~1);
  });
}

const pipeModes = { readableAll: 'UV_READABLE', writableAll: 'UV_WRITABLE' };

function applyPipeModes(server, options) {
  const { constants } = binding('pipe');
  let mode = 0;
  for (const name of Object.keys(pipeModes)) {
    if (options[name]) mode |= constants[pipeModes[name]];
  }
  if (mode === 0 || !server._handle?.fchmod) return;
  const status = server._handle.fchmod(mode);
  if (status) {
    server._handle.close();
    server._handle = null;
    throw new ErrnoException(status, 'uv_pipe_chmod');
  }
}

function listenOnPath(server, options, backlog) {
  validateString(options.path, 'options.path');
  server._pipeName = options.path;
  const { readableAll, writableAll } = options;
  listenInCluster(server, options.path, -1, -1, backlog, undefined, options.exclusive, undefined,
                  { readableAll, writableAll });
  applyPipeModes(server, options);
}

function listenFlags(options) {
  const { constants: { UV_TCP_IPV6ONLY, UV_TCP_REUSEPORT } } = binding('tcp');
  let flags = 0;
  if (options.ipv6Only === true) flags |= UV_TCP_IPV6ONLY;
  if (options.reusePort === true) {
    options.exclusive = true;
    flags |= UV_TCP_REUSEPORT;
  }
  return flags;
}

// A native handle, or an object that has one (net.Server, net.Socket).
function handleIn(options) {
  const handle = options._handle || options.handle || options;
  return handle instanceof binding('tcp').TCP || handle instanceof binding('pipe').Pipe ?
    handle : undefined;
}

function listenOnPort(server, options, backlog) {
  validatePort(options.port, 'options.port');
  const flags = listenFlags(options);
  const port = options.port | 0;
  if (options.host) {
    listenOnHost(server, port, options.host, backlog, options.exclusive, flags);
  } else {
    listenInCluster(server, null, port, 4, backlog, undefined, options.exclusive, flags);
  }
}

Server.prototype.listen = function(...args) {
  const normalized = args[0]?.[kNormalized] ? args[0] : normalizeArgs(args);
  let [options] = normalized;
  const callback = normalized[1];
  if (this._handle) throw new ERR_SERVER_ALREADY_LISTEN();
  if (callback !== null) this.once('listening', callback);
  const positional = toNumber(args.length > 1 && args[1]) || toNumber(args.length > 2 && args[2]);
  const handle = handleIn(options);
  if (handle !== undefined) {
    this._handle = handle;
    this._listen2(null, -1, -1, positional || options.backlog);
    return this;
  }
  options = { ...options };
  addCloseOnAbort(this, options);
  const backlog = positional || options.backlog;
  if (typeof options.fd === 'number' && options.fd >= 0) {
    listenInCluster(this, null, null, null, backlog, options.fd, options.exclusive, 0);
    return this;
  }
  if (args.length === 0 || typeof args[0] === 'function' ||
      ('port' in options && options.port == null)) {
    options.port = 0;
  }
  if (typeof options.port === 'number' || typeof options.port === 'string') {
    listenOnPort(this, options, backlog);
    return this;
  }
  if (options.path && isPipeName(options.path)) {
    listenOnPath(this, options, backlog);
    return this;
  }
  if (!('port' in options || 'path' in options)) {
    throw new ERR_INVALID_ARG_VALUE('options', options,
                                    'must have the property "port" or "path"');
  }
  throw new ERR_INVALID_ARG_VALUE('options', options);
};

function addCloseOnAbort(server, options) {
  if (options.signal === undefined) return;
  validateAbortSignal(options.signal, 'options.signal');
  const close = () => server.close();
  if (options.signal.aborted) {
    process.nextTick(close);
  } else {
    const disposable = onAbort(options.signal, close);
    server.once('close', () => disposable[Symbol.dispose]());
  }
}

// --- Accepting

function dropInfo(handle) {
  const local = {};
  const remote = {};
  handle.getsockname?.(local);
  handle.getpeername?.(remote);
  if (local.address === undefined) return undefined;
  return {
    localAddress: local.address, localPort: local.port, localFamily: local.family,
    remoteAddress: remote.address, remotePort: remote.port, remoteFamily: remote.family,
  };
}

function isBlocked(server, handle) {
  if (!server.blockList || !handle.getpeername) return false;
  const remote = {};
  handle.getpeername(remote);
  return remote.address !== undefined && server.blockList.check(remote.address,
                                                                remote.family.toLowerCase());
}

// The socket of an accepted connection.
function adopt(server, handle, extra) {
  const socket = new Socket({
    handle,
    allowHalfOpen: server.allowHalfOpen,
    pauseOnCreate: server.pauseOnConnect,
    readable: true,
    writable: true,
    readableHighWaterMark: server.highWaterMark,
    writableHighWaterMark: server.highWaterMark,
    ...extra,
  });
  socket.server = server;
  socket._server = server;
  (server[kSockets] ??= new Set()).add(socket);
  return socket;
}

function onconnection(status, handle) {
  const server = this[kOwner];
  if (status) {
    server.emit('error', new ErrnoException(status, 'accept'));
    return;
  }
  if ((server.maxConnections != null && server._connections >= server.maxConnections) ||
      isBlocked(server, handle)) {
    const info = dropInfo(handle);
    handle.close();
    server.emit('drop', info);
    return;
  }
  if (server.noDelay) handle.setNoDelay?.(true);
  if (server.keepAlive) handle.setKeepAlive?.(true, server.keepAliveInitialDelay);
  server._connections++;
  if (server[kRawConnection] !== undefined) {
    server[kRawConnection](handle);
    return;
  }
  server.emit('connection', adopt(server, handle));
}

Server.prototype.getConnections = function(callback) {
  const answer = (error, count) => process.nextTick(callback, error, count);
  if (!this._usingWorkers) {
    answer(null, this._connections);
    return this;
  }
  let left = this._workers.length;
  let total = this._connections;
  const counted = (error, count) => {
    if (error) {
      left = -1;
      return answer(error);
    }
    total += count;
    if (--left === 0) answer(null, total);
  };
  for (const worker of this._workers) worker.getConnections(counted);
  return this;
};

Server.prototype._setupWorker = function(socketList) {
  this._usingWorkers = true;
  this._workers.push(socketList);
  socketList.once('exit', (list) => {
    this._workers.splice(this._workers.indexOf(list), 1);
  });
};

// --- Closing

Server.prototype.address = function() {
  const handle = this._handle;
  if (handle?.getsockname) {
    const out = {};
    const status = handle.getsockname(out);
    if (status) throw new ErrnoException(status, 'address');
    return out;
  }
  return this._pipeName ?? null;
};

Server.prototype.close = function(callback) {
  if (typeof callback === 'function') {
    if (this._handle) this.once('close', callback);
    else this.once('close', () => callback(new ERR_SERVER_NOT_RUNNING()));
  }
  this._listeningId++;
  if (this._handle) {
    this._handle.close();
    this._handle = null;
  }
  if (!this._usingWorkers) {
    this._emitCloseIfDrained();
    return this;
  }
  let left = this._workers.length;
  const killed = () => {
    if (--left !== 0) return;
    this._connections = 0;
    this._emitCloseIfDrained();
  };
  this._connections++; // holds the event back until all have answered
  for (const worker of this._workers) worker.close(killed);
  return this;
};

Server.prototype._emitCloseIfDrained = function() {
  if (this._handle || this._connections) return;
  process.nextTick(() => this.emit('close'));
};

Server.prototype[Symbol.asyncDispose] = function() {
  if (!this._handle) return Promise.resolve();
  return new Promise((resolve, reject) => {
    this.close((error) => (error ? reject(error) : resolve()));
  });
};

Object.defineProperty(Server.prototype, 'listening', {
  __proto__: null,
  configurable: true,
  enumerable: true,
  get() { return Boolean(this._handle); },
});

Server.prototype.ref = function() {
  this._unref = false;
  this._handle?.ref();
  return this;
};

Server.prototype.unref = function() {
  this._unref = true;
  this._handle?.unref();
  return this;
};

// --- Draining, for a worker that is being replaced

// Resolves once no connection is left: at the latest at the deadline, when the rest is destroyed.
Server.prototype[kDrain] = function({ deadlineMs }) {
  return new Promise((resolve) => {
    if (this._handle === null && this._connections === 0) return resolve();
    const { setTimeout, clearTimeout } = require('timers');
    const timer = setTimeout(() => {
      for (const socket of this[kSockets] ?? []) socket.destroy();
    }, deadlineMs);
    this.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    // A server that was closed before emits 'close' when its last connection ends.
    if (this._handle !== null) Server.prototype.close.call(this);
  });
};

module.exports = { Server, adopt, createServerHandle, kDrain, kRawConnection };
