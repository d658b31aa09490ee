'use strict';

const { isIP, isIPv4, isIPv6, normalizeArgs } = require('internal/net');
const { Socket } = require('internal/net/socket');
const { Server, createServerHandle } = require('internal/net/server');

// connect(options[, listener]), connect(path[, listener]), connect(port[, host][, listener])
function connect(...args) {
  const normalized = normalizeArgs(args);
  const [options] = normalized;
  const socket = new Socket(options);
  if (options.timeout) socket.setTimeout(options.timeout);
  return socket.connect(normalized);
}

function createServer(options, connectionListener) {
  return new Server(options, connectionListener);
}

function setDefaultAutoSelectFamily(value) {
  require('internal/validators').validateBoolean(value, 'value');
  require('internal/net/connect').defaults.autoSelectFamily = value;
}

function setDefaultAutoSelectFamilyAttemptTimeout(value) {
  require('internal/validators').validateInt32(value, 'value', 1);
  const { defaults, kLeastAttemptTimeout } = require('internal/net/connect');
  defaults.attemptTimeout = Math.max(value, kLeastAttemptTimeout);
}

const lazy = (name, id) => ({
  __proto__: null,
  configurable: true,
  enumerable: true,
  get: () => require(id)[name],
});

module.exports = {
  _createServerHandle: createServerHandle,
  _normalizeArgs: normalizeArgs,
  connect,
  createConnection: connect,
  createServer,
  isIP,
  isIPv4,
  isIPv6,
  Server,
  Socket,
  Stream: Socket,
  getDefaultAutoSelectFamily: () => require('internal/net/connect').defaults.autoSelectFamily,
  setDefaultAutoSelectFamily,
  getDefaultAutoSelectFamilyAttemptTimeout:
    () => require('internal/net/connect').defaults.attemptTimeout,
  setDefaultAutoSelectFamilyAttemptTimeout,
};
Object.defineProperties(module.exports, {
  BlockList: lazy('BlockList', 'internal/net/block_list'),
  SocketAddress: lazy('SocketAddress', 'internal/net/socket_address'),
});
