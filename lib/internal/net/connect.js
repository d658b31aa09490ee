'use strict';

// How a socket finds its peer: name lookup, one address after the other, the connection itself.

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_IP_ADDRESS, ERR_SOCKET_CONNECTION_TIMEOUT },
  ExceptionWithHostPort,
} = require('internal/errors');
const {
  validateBoolean, validateFunction, validateInt32, validateNumber, validatePort, validateString,
} = require('internal/validators');
const { isIP } = require('internal/net');
const { connected, initHandle } = require('internal/net/socket');

const defaults = { autoSelectFamily: true, attemptTimeout: 250 };
const kLeastAttemptTimeout = 10;

// An attempt that failed later; the local end is told where it was asked for.
function failure(options, status, address, port) {
  const { localAddress, localPort } = options;
  const local = localAddress && localPort ? `${localAddress}:${localPort}` : undefined;
  return new ExceptionWithHostPort(status, 'connect', address, port, local);
}

// One that failed at once.
function refusal(socket, status, address, port) {
  const { address: localAddress, port: localPort } = socket._getsockname();
  return new ExceptionWithHostPort(status, 'connect', address, port,
                                   `${localAddress}:${localPort}`);
}

function connectPipe(socket, path) {
  validateString(path, 'options.path');
  const status = socket._handle.connect({
    oncomplete(code) {
      if (socket.destroyed) return;
      if (code === 0) return connected(socket);
      socket.connecting = false;
      socket.destroy(new ExceptionWithHostPort(code, 'connect', path));
    },
  }, path);
  if (status) socket.destroy(new ExceptionWithHostPort(status, 'connect', path));
}

// Binds to options.localAddress/localPort. Returns whether it worked; else the socket is destroyed.
function bindLocal(socket, options, family) {
  const { localAddress, localPort } = options;
  if (!localAddress && !localPort) return true;
  const address = localAddress || (family === 6 ? '::' : '0.0.0.0');
  const handle = socket._handle;
  const status = family === 6 ? handle.bind6(address, localPort ?? 0, 0) :
    handle.bind(address, localPort ?? 0, 0);
  if (status === 0) return true;
  socket.destroy(new ExceptionWithHostPort(status, 'bind', address, localPort));
  return false;
}

function startConnect(socket, request, address, port, family) {
  const handle = socket._handle;
  return family === 6 ? handle.connect6(request, address, port) :
    handle.connect(request, address, port);
}

function connectTo(socket, options, address, family) {
  const { port } = options;
  if (socket.destroyed || !socket.connecting) return;
  if (!bindLocal(socket, options, family)) return;
  socket.emit('connectionAttempt', address, port, family);
  if (socket.destroyed) return;
  const status = startConnect(socket, {
    oncomplete(code) {
      if (socket.destroyed) return;
      if (code === 0) return connected(socket);
      socket.connecting = false;
      const error = failure(options, code, address, port);
      socket.emit('connectionAttemptFailed', address, port, family, error);
      socket.destroy(error);
    },
  }, address, port, family);
  if (status) socket.destroy(refusal(socket, status, address, port));
}

// --- Several addresses: each gets some time before the next one is tried as well.

class Attempts {
  constructor(socket, options, addresses, attemptTimeout) {
    this.socket = socket;
    this.options = options;
    this.addresses = addresses;
    this.attemptTimeout = attemptTimeout;
    this.next = 0;
    this.errors = [];
    this.timer = undefined;
    this.current = undefined;
  }

  start() {
    const { socket } = this;
    if (socket.destroyed || !socket.connecting) return;
    if (this.next === this.addresses.length) return this.giveUp();
    const { address, family } = this.addresses[this.next++];
    if (this.next > 1) {
      socket._handle = new (binding('tcp').TCP)(0);
      initHandle(socket);
    }
    if (!bindLocal(socket, this.options, family)) return;
    const { port } = this.options;
    const attempt = this.current = { handle: socket._handle };
    socket.emit('connectionAttempt', address, port, family);
    if (socket.destroyed) return;
    const status = startConnect(socket, {
      oncomplete: (code) => this.finished(attempt, code, address, family),
    }, address, port, family);
    if (status) return this.failed(attempt, status, address, family);
    if (this.next < this.addresses.length) {
      this.timer = require('timers').setTimeout(() => this.expired(attempt, address, family),
                                                this.attemptTimeout);
    }
  }

  finished(attempt, code, address, family) {
    if (this.current !== attempt || this.socket.destroyed) return;
    require('timers').clearTimeout(this.timer);
    if (code !== 0) return this.failed(attempt, code, address, family);
    this.current = undefined;
    connected(this.socket);
  }

  failed(attempt, code, address, family) {
    const { socket, options, options: { port } } = this;
    const error = failure(options, code, address, port);
    this.errors.push(error);
    socket.emit('connectionAttemptFailed', address, port, family, error);
    this.abandon(attempt);
    this.start();
  }

  expired(attempt, address, family) {
    if (this.current !== attempt || this.socket.destroyed) return;
    const { port } = this.options;
    this.errors.push(failure(this.options, binding('uv').UV_ETIMEDOUT, address, port));
    this.socket.emit('connectionAttemptTimeout', address, port, family);
    this.abandon(attempt);
    this.start();
  }

  abandon(attempt) {
    this.current = undefined;
    if (this.next < this.addresses.length) attempt.handle.close();
  }

  giveUp() {
    const { socket, errors } = this;
    if (errors.length === 1) return socket.destroy(errors[0]);
    const error = new AggregateError(errors);
    error.code = errors[0]?.code;
    socket.destroy(errors.length === 0 ? new ERR_SOCKET_CONNECTION_TIMEOUT() : error);
  }
}

// IPv6 and IPv4 in turn, beginning with the family of the first.
function interleave(addresses) {
  const first = addresses[0].family;
  const a = addresses.filter((x) => x.family === first);
  const b = addresses.filter((x) => x.family !== first);
  const out = [];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    if (i < a.length) out.push(a[i]);
    if (i < b.length) out.push(b[i]);
  }
  return out;
}

function checkOptions(options) {
  const { localAddress, localPort } = options;
  if (localAddress && !isIP(localAddress)) throw new ERR_INVALID_IP_ADDRESS(localAddress);
  if (localPort) validateNumber(localPort, 'options.localPort');
  const { port } = options;
  if (port !== undefined) {
    if (typeof port !== 'number' && typeof port !== 'string') {
      throw new ERR_INVALID_ARG_TYPE('options.port', ['number', 'string'], port);
    }
    validatePort(port);
  }
  if (options.autoSelectFamily != null) {
    validateBoolean(options.autoSelectFamily, 'options.autoSelectFamily');
  }
  if (options.autoSelectFamilyAttemptTimeout != null) {
    validateInt32(options.autoSelectFamilyAttemptTimeout,
                  'options.autoSelectFamilyAttemptTimeout', 1);
  }
  if (options.lookup != null) validateFunction(options.lookup, 'options.lookup');
}

function lookupFailed(socket, error) {
  process.nextTick(() => socket.destroy(error));
}

function connectToAll(socket, options, found, host, attemptTimeout) {
  const usable = [];
  for (const entry of found) {
    socket.emit('lookup', null, entry.address, entry.family, host);
    if (isIP(entry.address) && (entry.family === 4 || entry.family === 6)) usable.push(entry);
  }
  if (socket.destroyed) return;
  if (usable.length === 0) {
    return lookupFailed(socket, new ERR_INVALID_IP_ADDRESS(found[0]?.address));
  }
  if (usable.length === 1) return connectTo(socket, options, usable[0].address, usable[0].family);
  new Attempts(socket, options, interleave(usable), attemptTimeout).start();
}

function lookupAndConnect(socket, given) {
  checkOptions(given);
  const options = { ...given, port: given.port | 0 };
  const host = options.host || 'localhost';
  socket._host = host;
  const literal = isIP(host);
  if (literal) {
    process.nextTick(() => connectTo(socket, options, host, literal));
    return;
  }
  const dns = require('dns');
  const query = { family: socket._lookupFamily ?? options.family, hints: options.hints || 0 };
  if (query.family !== 4 && query.family !== 6 && query.hints === 0) query.hints = dns.ADDRCONFIG;
  const lookup = options.lookup || dns.lookup;
  const select = (options.autoSelectFamily ?? defaults.autoSelectFamily) &&
    query.family !== 4 && query.family !== 6 && !options.localAddress;
  const done = (error, found, family) => {
    if (Array.isArray(found) || (select && !error)) {
      if (!socket.connecting) return;
      if (!Array.isArray(found)) found = [{ address: found, family: family ?? isIP(found) }];
      const wait = Math.max(options.autoSelectFamilyAttemptTimeout ?? defaults.attemptTimeout,
                            kLeastAttemptTimeout);
      return connectToAll(socket, options, found, host, wait);
    }
    socket.emit('lookup', error, found, family, host);
    if (!socket.connecting) return;
    if (error) return lookupFailed(socket, error);
    if (!isIP(found)) return lookupFailed(socket, new ERR_INVALID_IP_ADDRESS(found));
    if (family !== 4 && family !== 6) {
      const { ERR_INVALID_ADDRESS_FAMILY } = require('internal/errors').codes;
      return lookupFailed(socket, new ERR_INVALID_ADDRESS_FAMILY(family, host, options.port));
    }
    socket._unrefTimer();
    connectTo(socket, options, found, family);
  };
  if (select) query.all = true;
  lookup(host, query, done);
}

module.exports = { connectPipe, defaults, kLeastAttemptTimeout, lookupAndConnect };
