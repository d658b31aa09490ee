'use strict';

// ClientRequest.

const net = require('net');
const {
  codes: {
    ERR_HTTP_HEADERS_SENT, ERR_INVALID_ARG_TYPE, ERR_INVALID_HTTP_TOKEN, ERR_INVALID_PROTOCOL,
    ERR_UNESCAPED_CHARACTERS,
  },
  ConnResetException,
} = require('internal/errors');
const { Buffer } = require('buffer');
const { validateBoolean, validateInteger } = require('internal/validators');
const { isToken } = require('internal/http/common');
const { OutgoingMessage, kSocket } = require('internal/http/outgoing');
const { kOutHeaders, kUniqueHeaders } = require('internal/http/outgoing_head');
const { getGlobalAgent } = require('internal/http/agent');
const { ClientExchange } = require('internal/http/client_exchange');

const kError = Symbol('kError');
const kPath = Symbol('kPath');
const kExchange = Symbol('exchange');
const invalidPath = /[^\u0021-\u00ff]/;
const withoutBody = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']);

function isUrl(value) {
  return Boolean(value?.href && value.protocol && value.auth === undefined &&
    value.path === undefined);
}

// One options object from (url, options).
function readOptions(input, options) {
  const toOptions = (url) => require('url').urlToHttpOptions(url);
  if (typeof input === 'string') {
    input = toOptions(new (require('url').URL)(input));
  } else if (isUrl(input)) {
    input = toOptions(input);
  } else {
    options = input;
    input = null;
  }
  return { ...input, ...options };
}

function checkHost(host, name) {
  if (host !== null && host !== undefined && typeof host !== 'string') {
    throw new ERR_INVALID_ARG_TYPE(`options.${name}`, ['string', 'undefined', 'null'], host);
  }
  return host;
}

function chooseAgent(options) {
  const preset = options._defaultAgent || getGlobalAgent();
  const { agent } = options;
  if (agent === false) return [new preset.constructor(), preset];
  if (agent === null || agent === undefined) {
    return [typeof options.createConnection === 'function' ? undefined : preset, preset];
  }
  if (typeof agent.addRequest !== 'function') {
    throw new ERR_INVALID_ARG_TYPE('options.agent', ['Agent-like Object', 'undefined', 'false'],
                                   agent);
  }
  return [agent, preset];
}

function checkPath(path) {
  path = String(path);
  if (invalidPath.test(path)) throw new ERR_UNESCAPED_CHARACTERS('Request path');
  return path;
}

function methodOf(options) {
  const { method } = options;
  if (method === null || method === undefined) return 'GET';
  if (typeof method !== 'string') throw new ERR_INVALID_ARG_TYPE('options.method', 'string', method);
  if (method === '') return 'GET';
  if (!isToken(method)) throw new ERR_INVALID_HTTP_TOKEN('Method', method);
  return method.toUpperCase();
}

function takeLimits(req, options) {
  const { maxHeaderSize, insecureHTTPParser, joinDuplicateHeaders, timeout } = options;
  if (maxHeaderSize !== undefined) validateInteger(maxHeaderSize, 'maxHeaderSize', 0);
  req.maxHeaderSize = maxHeaderSize;
  if (insecureHTTPParser !== undefined) {
    validateBoolean(insecureHTTPParser, 'options.insecureHTTPParser');
  }
  req.insecureHTTPParser = insecureHTTPParser;
  if (joinDuplicateHeaders !== undefined) {
    validateBoolean(joinDuplicateHeaders, 'options.joinDuplicateHeaders');
  }
  req.joinDuplicateHeaders = joinDuplicateHeaders;
  if (timeout !== undefined) {
    require('internal/validators').validateNumber(timeout, 'timeout', 0, 2 ** 31 - 1);
    req.timeout = timeout;
  }
}

function defaultHostHeader(host, port, defaultPort) {
  // An IPv6 address stands in brackets.
  const bare = host.includes(':') && host.includes(':', host.indexOf(':') + 1) &&
    host[0] !== '[';
  const text = bare ? `[${host}]` : host;
  return port && +port !== defaultPort ? `${text}:${port}` : text;
}

function setHeaders(req, options, host, port, defaultPort) {
  const { headers } = options;
  if (Array.isArray(headers)) {
    req._storeHeader(`${req.method} ${req.path} HTTP/1.1\r\n`, headers);
    return;
  }
  if (headers) {
    for (const name of Object.keys(headers)) req.setHeader(name, headers[name]);
  }
  const setHost = options.setHost === undefined ? true : Boolean(options.setHost);
  if (host && setHost && !req.hasHeader('host')) {
    req.setHeader('Host', defaultHostHeader(host, port, defaultPort));
  }
  if (options.auth && !req.hasHeader('Authorization')) {
    req.setHeader('Authorization', `Basic ${Buffer.from(options.auth).toString('base64')}`);
  }
  if (req.hasHeader('expect')) {
    if (req._header) throw new ERR_HTTP_HEADERS_SENT('render');
    req._storeHeader(`${req.method} ${req.path} HTTP/1.1\r\n`, req[kOutHeaders]);
  }
}

function ClientRequest(input, options, callback) {
  if (!(this instanceof ClientRequest)) return new ClientRequest(input, options, callback);
  OutgoingMessage.call(this);
  if (typeof options === 'function') {
    callback = options;
    options = typeof input === 'string' || isUrl(input) ? {} : input;
  }
  options = readOptions(input, options);
  const [agent, preset] = chooseAgent(options);
  this.agent = agent;
  const protocol = options.protocol || preset.protocol;
  const expected = agent?.protocol ?? preset.protocol;
  if (options.path) options.path = checkPath(options.path);
  if (protocol !== expected) throw new ERR_INVALID_PROTOCOL(protocol, expected);
  const defaultPort = options.defaultPort || agent?.defaultPort;
  const port = options.port = options.port || defaultPort || 80;
  const host = options.host = checkHost(options.hostname, 'hostname') ||
    checkHost(options.host, 'host') || 'localhost';
  this.socketPath = options.socketPath;
  takeLimits(this, options);
  if (options.signal) require('stream').addAbortSignal(options.signal, this);
  this.method = methodOf(options);
  this[kPath] = options.path || '/';
  if (callback) this.once('response', callback);
  this.useChunkedEncodingByDefault = !withoutBody.has(this.method);
  this._ended = false;
  this.res = null;
  this.aborted = false;
  this.timeoutCb = null;
  this.upgradeOrConnect = false;
  this.maxHeadersCount = null;
  this.reusedSocket = false;
  this.host = host;
  this.protocol = protocol;
  this[kExchange] = null;
  this[kError] = undefined;
  const persists = agent !== undefined && (agent.keepAlive || Number.isFinite(agent.maxSockets));
  this._last = !persists;
  this.shouldKeepAlive = persists;
  if (Array.isArray(options.uniqueHeaders)) {
    this[kUniqueHeaders] = new Set(options.uniqueHeaders.flat().map((name) => name.toLowerCase()));
  }
  setHeaders(this, options, host, port, defaultPort);
  this.on('finish', () => {
    if (this.shouldKeepAlive && this._ended) giveBack(this);
  });
  connect(this, options);
}
Object.setPrototypeOf(ClientRequest.prototype, OutgoingMessage.prototype);
Object.setPrototypeOf(ClientRequest, OutgoingMessage);

Object.defineProperty(ClientRequest.prototype, 'path', {
  __proto__: null,
  configurable: true,
  enumerable: true,
  get() { return this[kPath]; },
  set(path) { this[kPath] = checkPath(path); },
});

function connect(req, options) {
  if (req.agent) {
    req.agent.addRequest(req, options);
    return;
  }
  req._last = true;
  req.shouldKeepAlive = false;
  const target = { ...options };
  if (target.socketPath) target.path = target.socketPath;
  else delete target.path;
  if (typeof options.createConnection !== 'function') {
    req.onSocket(net.createConnection(target));
    return;
  }
  let done = false;
  const created = (error, socket) => {
    if (done) return;
    done = true;
    req.onSocket(socket, error);
  };
  try {
    const socket = options.createConnection(target, created);
    if (socket) created(null, socket);
  } catch (error) {
    created(error);
  }
}

ClientRequest.prototype._implicitHeader = function _implicitHeader() {
  if (this._header) throw new ERR_HTTP_HEADERS_SENT('render');
  this._storeHeader(`${this.method} ${this.path} HTTP/1.1\r\n`, this[kOutHeaders]);
};

ClientRequest.prototype.abort = function abort() {
  if (this.aborted) return;
  this.aborted = true;
  process.nextTick(() => this.emit('abort'));
  this.destroy();
};

ClientRequest.prototype.destroy = function destroy(error) {
  if (this.destroyed) return this;
  this.destroyed = true;
  this.res?._dump();
  this[kError] = error;
  this[kSocket]?.destroy(error);
  return this;
};

// --- The socket

ClientRequest.prototype.onSocket = function onSocket(socket, error) {
  process.nextTick(takeSocket, this, socket, error);
};

function takeSocket(req, socket, error) {
  if (req.destroyed || error) {
    dropSocket(req, socket, error);
    return;
  }
  req[kSocket] = socket;
  socket._httpMessage = req;
  req[kExchange] = new ClientExchange(req, socket);
  if (req.timeout !== undefined) listenForTimeout(req);
  req.emit('socket', socket);
  if (!req.destroyed) req._flush();
}

// The request ended before it got a socket.
function dropSocket(req, socket, error) {
  error ??= req[kError];
  if (socket) {
    if (!error && req.agent && !socket.destroyed) socket.emit('free');
    else socket.destroy();
  }
  req.destroyed = true;
  req._fail(error ?? new ConnResetException('socket hang up'));
  req._close();
}

function listenForTimeout(req) {
  if (req.timeoutCb) return;
  req.timeoutCb = () => req.emit('timeout');
  if (req[kSocket]) req[kSocket].once('timeout', req.timeoutCb);
  else req.once('socket', (socket) => socket.once('timeout', req.timeoutCb));
}

ClientRequest.prototype._fail = function(error) {
  this.emit('error', error);
};

ClientRequest.prototype._close = function() {
  if (this._closed) return;
  this._closed = true;
  this.emit('close');
};

// The response has been read to its end.
ClientRequest.prototype._responseEnded = function(res) {
  this._ended = true;
  if (!this.shouldKeepAlive) {
    if (this[kSocket]?.writable) this[kSocket].destroySoon?.();
  } else if (this.writableFinished && !res.aborted) {
    giveBack(this);
  }
};

// The exchange is over and the connection can serve another one.
function giveBack(req) {
  const socket = req[kSocket];
  if (req[kExchange].done || socket.destroyed) return;
  if (req.timeoutCb) {
    socket.setTimeout(0, req.timeoutCb);
    req.timeoutCb = null;
  }
  req[kExchange].release();
  req.destroyed = true;
  if (req.res) req.res.destroyed = true;
  process.nextTick(() => {
    req._close();
    socket.emit('free');
  });
}

function whenConnected(req, action) {
  const act = (socket) => {
    if (socket.connecting) socket.once('connect', () => action(socket));
    else action(socket);
  };
  if (req[kSocket]) act(req[kSocket]);
  else req.once('socket', act);
}

ClientRequest.prototype._deferToConnect = function(method, args) {
  whenConnected(this, (socket) => {
    if (method) socket[method]?.(...args);
  });
};

ClientRequest.prototype.setTimeout = function setTimeout(after, callback) {
  if (this._ended) return this;
  if (callback) this.once('timeout', callback);
  listenForTimeout(this);
  const set = (socket) => socket.setTimeout(after);
  this.timeout = after;
  whenConnected(this, set);
  return this;
};

ClientRequest.prototype.clearTimeout = function clearTimeout(callback) {
  this.setTimeout(0, callback);
};

ClientRequest.prototype.setNoDelay = function setNoDelay(on) {
  this._deferToConnect('setNoDelay', [on]);
};

ClientRequest.prototype.setSocketKeepAlive = function setSocketKeepAlive(on, delay) {
  this._deferToConnect('setKeepAlive', [on, delay]);
};

module.exports = { ClientRequest };
