'use strict';

// http.Server: a net.Server whose connections speak HTTP.

const net = require('net');
const {
  codes: { ERR_OUT_OF_RANGE },
} = require('internal/errors');
const {
  validateBoolean, validateFunction, validateInteger, validateObject,
} = require('internal/validators');
const { kDrain, kRawConnection } = require('internal/net/server');
const { IncomingMessage } = require('internal/http/incoming');
const { ServerResponse } = require('internal/http/response');
const { ServerConnection, kServerConnection } = require('internal/http/connection');
const { ServerState, kHttp } = require('internal/http/server_state');

function uniqueHeadersOf(headers) {
  if (!Array.isArray(headers)) return null;
  const unique = new Set();
  for (const entry of headers) {
    for (const name of [].concat(entry)) unique.add(name.toLowerCase());
  }
  return unique;
}

function duration(options, name, preset) {
  const value = options[name];
  if (value === undefined) return preset;
  validateInteger(value, name, 0);
  return value;
}

function flag(options, name, preset) {
  const value = options[name];
  if (value === undefined) return preset;
  validateBoolean(value, `options.${name}`);
  return value;
}

// Takes the options of createServer that concern HTTP; https.Server uses it too.
function storeHttpOptions(server, options) {
  const { maxHeaderSize } = options;
  if (maxHeaderSize !== undefined) validateInteger(maxHeaderSize, 'maxHeaderSize', 0);
  server.maxHeaderSize = maxHeaderSize;
  server.insecureHTTPParser = flag(options, 'insecureHTTPParser', undefined);
  server.httpValidation = options.httpValidation;
  server.requestTimeout = duration(options, 'requestTimeout', 300_000);
  server.headersTimeout = duration(options, 'headersTimeout',
                                   Math.min(60_000, server.requestTimeout));
  if (server.requestTimeout > 0 && server.headersTimeout > 0 &&
      server.headersTimeout > server.requestTimeout) {
    throw new ERR_OUT_OF_RANGE('headersTimeout', '<= requestTimeout', server.headersTimeout);
  }
  server.keepAliveTimeout = duration(options, 'keepAliveTimeout', 5_000);
  server.keepAliveTimeoutBuffer = duration(options, 'keepAliveTimeoutBuffer', 1_000);
  server.connectionsCheckingInterval = duration(options, 'connectionsCheckingInterval', 30_000);
  server.requireHostHeader = flag(options, 'requireHostHeader', true);
  server.joinDuplicateHeaders = flag(options, 'joinDuplicateHeaders', undefined);
  server.rejectNonStandardBodyWrites = flag(options, 'rejectNonStandardBodyWrites', false);
  const { shouldUpgradeCallback } = options;
  if (shouldUpgradeCallback !== undefined) {
    validateFunction(shouldUpgradeCallback, 'options.shouldUpgradeCallback');
    server.shouldUpgradeCallback = shouldUpgradeCallback;
  } else {
    server.shouldUpgradeCallback = function() {
      return this.listenerCount('upgrade') > 0;
    };
  }
}

function Server(options, requestListener) {
  if (!(this instanceof Server)) return new Server(options, requestListener);
  if (typeof options === 'function') {
    requestListener = options;
    options = {};
  } else if (options == null) {
    options = {};
  } else {
    validateObject(options, 'options');
    options = { ...options };
  }
  storeHttpOptions(this, options);
  net.Server.call(this, {
    allowHalfOpen: true,
    noDelay: options.noDelay ?? true,
    keepAlive: options.keepAlive,
    keepAliveInitialDelay: options.keepAliveInitialDelay,
    highWaterMark: options.highWaterMark,
    blockList: options.blockList,
  });
  initHttpServer(this, options);
  if (requestListener) this.on('request', requestListener);
}
Object.setPrototypeOf(Server.prototype, net.Server.prototype);
Object.setPrototypeOf(Server, net.Server);

function initHttpServer(server, options) {
  Object.defineProperty(server, kHttp, {
    __proto__: null,
    value: new ServerState(server, {
      IncomingMessage: options.IncomingMessage || IncomingMessage,
      ServerResponse: options.ServerResponse || ServerResponse,
      uniqueHeaders: uniqueHeadersOf(options.uniqueHeaders),
      rejectNonStandardBodyWrites: server.rejectNonStandardBodyWrites,
    }),
  });
  server.httpAllowHalfOpen = false;
  server.timeout = 0;
  server.maxHeadersCount = null;
  server.maxRequestsPerSocket = 0;
  server.on('connection', connectionListener);
  server.on('listening', startChecks);
}

// Looks for requests that take too long, now and then.
function startChecks() {
  const state = this[kHttp];
  const { setInterval, clearInterval } = require('timers');
  if (state.checks !== null) clearInterval(state.checks);
  state.checks = setInterval(() => {
    const { headersTimeout, requestTimeout } = this;
    if (headersTimeout === 0 && requestTimeout === 0) return;
    for (const connection of state.open) connection.checkExpired(headersTimeout, requestTimeout);
  }, this.connectionsCheckingInterval).unref();
}

// A connection that the program hands in, or wants to see.
function connectionListener(socket) {
  if (socket[kServerConnection] !== undefined) return;
  const connection = new ServerConnection(this, null, socket);
  this[kHttp].open.add(connection);
  connection.startOnStream();
}

// A connection that was accepted: read natively, without a socket unless somebody wants one.
Object.defineProperty(Server.prototype, kRawConnection, {
  __proto__: null,
  value(handle) {
    const connection = new ServerConnection(this, handle, null);
    this[kHttp].open.add(connection);
    connection.startNative();
    if (this.timeout > 0) connection.getSocket();
    if (this.listenerCount('connection') > 1) this.emit('connection', connection.getSocket());
  },
  writable: true,
});

Server.prototype.close = function close(callback) {
  this.closeIdleConnections();
  stopChecks(this);
  return net.Server.prototype.close.call(this, callback);
};

function stopChecks(server) {
  const state = server[kHttp];
  if (state.checks !== null) require('timers').clearInterval(state.checks);
  state.checks = null;
}

Server.prototype[Symbol.asyncDispose] = function() {
  return net.Server.prototype[Symbol.asyncDispose].call(this);
};

Server.prototype.closeAllConnections = function closeAllConnections() {
  for (const connection of [...this[kHttp].open]) connection.destroy();
};

Server.prototype.closeIdleConnections = function closeIdleConnections() {
  for (const connection of [...this[kHttp].open]) {
    if (connection.isBetweenRequests()) connection.destroy();
  }
};

Server.prototype.setTimeout = function setTimeout(after, callback) {
  this.timeout = after;
  if (callback) this.on('timeout', callback);
  return this;
};

// No further connections; each one closes with its next response, or after a time of silence. What
// is left at the deadline is destroyed.
Server.prototype[kDrain] = function({ quietMs, deadlineMs }) {
  const state = this[kHttp];
  return new Promise((resolve) => {
    if (this._handle === null && this._connections === 0) return resolve();
    const { setTimeout, clearTimeout } = require('timers');
    state.draining = true;
    state.idle.startQuiet(Math.max(quietMs, 1));
    const strangers = setTimeout(() => closeStrangers(state), quietMs);
    const deadline = setTimeout(() => this.closeAllConnections(), deadlineMs);
    this.once('close', () => {
      clearTimeout(strangers);
      clearTimeout(deadline);
      stopChecks(this);
      resolve();
    });
    // A server that was closed before emits 'close' when its last connection ends.
    if (this._handle !== null) net.Server.prototype.close.call(this);
  });
};

// Connections that have never sent anything.
function closeStrangers(state) {
  for (const connection of [...state.open]) {
    if (connection.isUnused() && !connection.hasInput()) connection.destroy();
  }
}

function createServer(options, requestListener) {
  return new Server(options, requestListener);
}

module.exports = {
  Server, connectionListener, createServer, initHttpServer, storeHttpOptions,
};
