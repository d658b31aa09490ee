'use strict';

const { METHODS, STATUS_CODES, validateHeaderName, validateHeaderValue } =
  require('internal/http/common');
const { IncomingMessage } = require('internal/http/incoming');
const { OutgoingMessage } = require('internal/http/outgoing');
const { ServerResponse } = require('internal/http/response');
const { Server, connectionListener, createServer } = require('internal/http/server');
const { Agent, getGlobalAgent, setGlobalAgent } = require('internal/http/agent');
const { ClientRequest } = require('internal/http/client');

const kDefaultMaxHeaderSize = 16 * 1024;

function request(url, options, callback) {
  return new ClientRequest(url, options, callback);
}

function get(url, options, callback) {
  const req = request(url, options, callback);
  req.end();
  return req;
}

module.exports = {
  _connectionListener: connectionListener,
  METHODS,
  STATUS_CODES,
  Agent,
  ClientRequest,
  IncomingMessage,
  OutgoingMessage,
  Server,
  ServerResponse,
  createServer,
  validateHeaderName,
  validateHeaderValue,
  get,
  request,
  // Parsers are not pooled here.
  setMaxIdleHTTPParsers(max) {
    require('internal/validators').validateInteger(max, 'max', 1);
  },
};
Object.defineProperties(module.exports, {
  maxHeaderSize: {
    __proto__: null, configurable: true, enumerable: true, get: () => kDefaultMaxHeaderSize,
  },
  globalAgent: {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get: getGlobalAgent,
    set: setGlobalAgent,
  },
});
