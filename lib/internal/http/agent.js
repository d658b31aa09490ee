'use strict';

// Agent: keeps connections between requests, and requests that wait for a connection.

const EventEmitter = require('events');
const net = require('net');
const {
  codes: { ERR_OUT_OF_RANGE },
} = require('internal/errors');
const { validateNumber, validateOneOf } = require('internal/validators');

function noop() {}

function checkTotal(value) {
  if (value === undefined) return Infinity;
  validateNumber(value, 'maxTotalSockets');
  if (!(value > 0)) throw new ERR_OUT_OF_RANGE('maxTotalSockets', '> 0', value);
  return value;
}

function Agent(options) {
  if (!(this instanceof Agent)) return new Agent(options);
  EventEmitter.call(this);
  this.options = { __proto__: null, ...options };
  this.options.noDelay ??= true;
  // A socket is made for each request; a path here would be that of a UNIX socket.
  this.options.path = null;
  this.defaultPort = this.options.defaultPort || 80;
  this.protocol = this.options.protocol || 'http:';
  this.requests = { __proto__: null };
  this.sockets = { __proto__: null };
  this.freeSockets = { __proto__: null };
  this.keepAliveMsecs = this.options.keepAliveMsecs || 1000;
  this.keepAlive = this.options.keepAlive || false;
  this.maxSockets = this.options.maxSockets || Agent.defaultMaxSockets;
  this.maxFreeSockets = this.options.maxFreeSockets || 256;
  this.scheduling = this.options.scheduling || 'lifo';
  this.maxTotalSockets = checkTotal(this.options.maxTotalSockets);
  this.totalSocketCount = 0;
  this.agentKeepAliveTimeoutBuffer = this.options.agentKeepAliveTimeoutBuffer >= 0 ?
    this.options.agentKeepAliveTimeoutBuffer : 1000;
  validateOneOf(this.scheduling, 'scheduling', ['fifo', 'lifo']);
  this.on('free', (socket, wanted) => socketFreed(this, socket, wanted));
}
Object.setPrototypeOf(Agent.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Agent, EventEmitter);

Agent.defaultMaxSockets = Infinity;
Agent.prototype.createConnection = function(...args) {
  return net.createConnection(...args);
};

Agent.prototype.getName = function getName(options = {}) {
  let name = `${options.host || 'localhost'}:${options.port || ''}:${options.localAddress || ''}`;
  if (options.family === 4 || options.family === 6) name += `:${options.family}`;
  if (options.socketPath) name += `:${options.socketPath}`;
  return name;
};

// --- Lists of sockets and requests by name

function push(lists, name, entry) {
  (lists[name] ??= []).push(entry);
}

function drop(lists, name, entry) {
  const list = lists[name];
  const index = list === undefined ? -1 : list.indexOf(entry);
  if (index < 0) return false;
  list.splice(index, 1);
  if (list.length === 0) delete lists[name];
  return true;
}

const count = (lists, name) => lists[name]?.length ?? 0;

function takeFree(agent, name) {
  const free = agent.freeSockets[name];
  if (free === undefined) return undefined;
  let socket;
  do {
    socket = agent.scheduling === 'fifo' ? free.shift() : free.pop();
  } while (socket !== undefined && (socket.destroyed || !socket.writable));
  if (free.length === 0) delete agent.freeSockets[name];
  return socket;
}

// --- Giving sockets to requests

function complete(agent, options) {
  const all = { __proto__: null, ...options, ...agent.options };
  if (all.socketPath) all.path = all.socketPath;
  return all;
}

function assign(agent, request, socket) {
  request.onSocket(socket);
  const idleLimit = agent.options.timeout || 0;
  if (request.timeout === undefined || request.timeout === idleLimit) return;
  socket.setTimeout(request.timeout);
}

Agent.prototype.addRequest = function addRequest(req, options, port, localAddress) {
  // (req, host, port, localAddress) is an old form.
  if (typeof options === 'string') options = { __proto__: null, host: options, port, localAddress };
  options = complete(this, options);
  const name = this.getName(options);
  this.sockets[name] ??= [];
  const socket = takeFree(this, name);
  if (socket !== undefined) {
    this.reuseSocket(socket, req);
    assign(this, req, socket);
    push(this.sockets, name, socket);
    return;
  }
  if (count(this.sockets, name) + count(this.freeSockets, name) < this.maxSockets &&
      this.totalSocketCount < this.maxTotalSockets) {
    connectFor(this, req, options);
    return;
  }
  req._agentOptions = options;
  push(this.requests, name, req);
};

function connectFor(agent, req, options) {
  agent.createSocket(req, options, (error, socket) => {
    if (error) req.onSocket(socket, error);
    else assign(agent, req, socket);
  });
}

Agent.prototype.createSocket = function createSocket(req, options, callback) {
  options = complete(this, options);
  const timeout = req.timeout || this.options.timeout || undefined;
  if (timeout) options.timeout = timeout;
  const name = this.getName(options);
  options._agentKey = name;
  options.encoding = null;
  if (this.keepAlive) {
    options.keepAlive = this.keepAlive;
    options.keepAliveInitialDelay = this.keepAliveMsecs;
  }
  let done = false;
  const created = (error, socket) => {
    if (done) return;
    done = true;
    if (error) {
      callback(error);
      return;
    }
    push(this.sockets, name, socket);
    this.totalSocketCount++;
    watch(this, socket, options);
    callback(null, socket);
  };
  const socket = this.createConnection(options, created);
  if (socket) created(null, socket);
};

function watch(agent, socket, options) {
  const onFree = () => agent.emit('free', socket, options);
  const onClose = () => {
    agent.totalSocketCount--;
    agent.removeSocket(socket, options);
  };
  // A socket that is being used has a request which hears of it.
  const onTimeout = () => {
    if (Object.values(agent.freeSockets).some((free) => free.includes(socket))) socket.destroy();
  };
  const onRemove = () => {
    agent.totalSocketCount--;
    agent.removeSocket(socket, options);
    socket.removeListener('close', onClose);
    socket.removeListener('free', onFree);
    socket.removeListener('timeout', onTimeout);
    socket.removeListener('agentRemove', onRemove);
  };
  socket.on('free', onFree);
  socket.on('close', onClose);
  socket.on('timeout', onTimeout);
  socket.on('agentRemove', onRemove);
}

// --- Taking them back

function socketFreed(agent, socket, options) {
  const name = agent.getName(options);
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const waiting = agent.requests[name];
  if (waiting !== undefined) {
    const req = waiting.shift();
    if (waiting.length === 0) delete agent.requests[name];
    socket._httpMessage = null;
    assign(agent, req, socket);
    return;
  }
  const req = socket._httpMessage;
  const free = count(agent.freeSockets, name);
  if (!req?.shouldKeepAlive || !agent.keepAlive ||
      agent.totalSocketCount > agent.maxTotalSockets ||
      free + count(agent.sockets, name) > agent.maxSockets || free >= agent.maxFreeSockets ||
      !agent.keepSocketAlive(socket)) {
    socket.destroy();
    return;
  }
  socket._httpMessage = null;
  push(agent.freeSockets, name, socket);
  agent.removeSocket(socket, options);
  socket.once('error', noop);
}

Agent.prototype.removeSocket = function removeSocket(socket, options) {
  const name = this.getName(options);
  drop(this.sockets, name, socket);
  if (!socket.writable) drop(this.freeSockets, name, socket);
  if (this.sockets[name]?.length === 0) delete this.sockets[name];
  const req = this.requests[name]?.[0];
  if (req === undefined ||
      count(this.sockets, name) + count(this.freeSockets, name) >= this.maxSockets ||
      this.totalSocketCount >= this.maxTotalSockets) {
    return;
  }
  drop(this.requests, name, req);
  connectFor(this, req, req._agentOptions ?? options);
};

// Prepares a socket for waiting. The server may have told how long it waits itself.
Agent.prototype.keepSocketAlive = function keepSocketAlive(socket) {
  socket.setKeepAlive(true, this.keepAliveMsecs);
  socket.unref();
  let limit = this.options.timeout || 0;
  const hint = /^timeout=(\d+)/.exec(socket._httpMessage?.res?.headers['keep-alive'])?.[1];
  if (hint !== undefined) {
    const told = Math.max(Number(hint) * 1000 - this.agentKeepAliveTimeoutBuffer, 0);
    if (told === 0) return false;
    if (limit === 0 || told < limit) limit = told;
  }
  if (socket.timeout !== limit) socket.setTimeout(limit);
  return true;
};

Agent.prototype.reuseSocket = function reuseSocket(socket, req) {
  socket.removeListener('error', noop);
  req.reusedSocket = true;
  socket.ref();
};

Agent.prototype.destroy = function destroy() {
  for (const lists of [this.freeSockets, this.sockets]) {
    for (const name of Object.keys(lists)) {
      for (const socket of [...lists[name]]) socket.destroy();
    }
  }
};

let globalAgent;

module.exports = {
  Agent,
  getGlobalAgent: () => globalAgent ??= new Agent({
    keepAlive: true, scheduling: 'lifo', timeout: 5000,
  }),
  setGlobalAgent(agent) { globalAgent = agent; },
};
