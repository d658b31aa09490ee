'use strict';

// The cluster module of a worker. A server that listens asks the primary, which is either the
// cluster module of another program or the daemon; both look the same from here.

const EventEmitter = require('events');
const path = require('path');
const { kOwner } = require('internal/stream_base_commons');
const Worker = require('internal/cluster/worker');
const { kNative } = require('internal/child_process/channel');

const kDrain = Symbol.for('drover.drain');

const cluster = new EventEmitter();
// Handles of listening servers, by the key that the primary gave.
const handles = new Map();
// Connections that were promised to the primary and not yet given to their server, by key.
const promised = new Map();
let link; // to the primary; undefined in a process that _setupWorker() has not made a worker

module.exports = cluster;

cluster.isWorker = true;
cluster.isMaster = false;
cluster.isPrimary = false;
cluster.worker = null;
cluster.Worker = Worker;

cluster._setupWorker = function() {
  const worker = new Worker({
    id: process.env.NODE_UNIQUE_ID | 0,
    process,
    state: 'online',
  });
  cluster.worker = worker;
  process.once('disconnect', () => {
    process.channel = null;
    worker.emit('disconnect');
    // A worker without a primary that has not asked to leave has lost its purpose.
    if (!worker.exitedAfterDisconnect) process.exit(0);
  });

  const { WorkerLink } = binding('cluster');
  link = new WorkerLink(process.channel[kNative]);
  link.accepts = accepts;
  link.onconnection = onConnection;
  link.ondisconnect = () => leave(worker, 'primary');
  link.ondrain = (quietMs, deadlineMs) => drain(worker, { quietMs, deadlineMs });
  link.online();
};

// --- Listening

function request(options) {
  const { address, port } = options;
  const isPath = port < 0 && typeof address === 'string';
  return { ...options, address: isPath ? path.resolve(address) : address };
}

function release(key) {
  if (!handles.delete(key)) return;
  link.closeListener(key);
}

function makeHandle({ key, fd, sockname }) {
  const released = () => release(key);
  if (fd >= 0) return require('internal/cluster/shared_handle').sharedHandle(fd, released);
  const RoundRobinHandle = require('internal/cluster/round_robin_handle');
  return new RoundRobinHandle(sockname, released);
}

// What the primary is told once the server listens, and so its users.
function announce(server, asked, listener) {
  server.once('listening', () => {
    cluster.worker.state = 'listening';
    const address = server.address();
    link.listening(listener, asked, address?.port || asked.port);
  });
}

// callback(status, handle): a negative code, or 0 and a handle to listen on.
cluster._getServer = function(server, options, callback) {
  const asked = request(options);
  if (server._getServerData) asked.data = JSON.stringify(server._getServerData());
  link.listen(asked, (status, reply) => {
    if (status !== 0) {
      callback(status, null);
      return;
    }
    if (server._setServerData) server._setServerData(JSON.parse(reply.data));
    if (handles.has(reply.key)) {
      // A second server of this worker at the same address: the address is taken.
      if (reply.fd >= 0) binding('ipc').closeDescriptor(reply.fd);
      callback(binding('uv').UV_EADDRINUSE, null);
      return;
    }
    const handle = makeHandle(reply);
    handles.set(reply.key, handle);
    announce(server, asked, reply.listener);
    callback(0, handle);
  });
};

// --- Connections from the primary

function accepts(key) {
  const handle = handles.get(key);
  if (handle === undefined) return false;
  const server = handle[kOwner];
  const waiting = promised.get(key) ?? 0;
  const full = server?.maxConnections != null &&
    server._connections + waiting >= server.maxConnections;
  // A server that drops what is too much gets it, to drop it.
  if (full && !server.dropMaxConnection) return false;
  promised.set(key, waiting + 1);
  return true;
}

function onConnection(key, fd) {
  promised.set(key, promised.get(key) - 1);
  const client = require('internal/child_process/handles').fromFd(fd);
  if (process.listenerCount('internalMessage') > 1) {
    process.emit('internalMessage', { cmd: 'NODE_CLUSTER', act: 'newconn', key }, client);
  }
  const handle = handles.get(key);
  if (handle === undefined) client.close();
  else handle.onconnection(0, client);
}

// --- Leaving

// asked by: 'primary' knows already that the worker leaves.
function leave(worker, initiator) {
  worker.exitedAfterDisconnect = true;
  let waiting = 1;
  const closed = () => {
    if (--waiting > 0) return;
    if (initiator === 'primary') disconnectChannel();
    else if (!link.leave(disconnectChannel)) disconnectChannel();
  };
  for (const [key, handle] of handles) {
    waiting++;
    (handle[kOwner] ?? handle).close(closed);
    release(key);
  }
  closed();
}

function disconnectChannel() {
  if (process.connected) process.disconnect();
}

// The primary replaces this worker: connections end gracefully, then the process does.
async function drain(worker, limits) {
  worker.exitedAfterDisconnect = true;
  worker.state = 'disconnecting';
  const servers = [];
  for (const handle of handles.values()) if (handle[kOwner]?.[kDrain]) servers.push(handle[kOwner]);
  const results = await Promise.allSettled(servers.map((server) => server[kDrain](limits)));
  const cut = results.reduce((sum, { value }) => sum + (Number.isInteger(value) ? value : 0), 0);
  // The primary may answer with a signal; this process is on its way out and must say 0.
  process.on('SIGTERM', () => {});
  link.drained(cut);
  if (!process.connected) process.exit(0);
  process.once('disconnect', () => process.exit(0));
  process.disconnect();
}

Worker.prototype.disconnect = function() {
  if (this.state !== 'disconnecting' && this.state !== 'destroying') {
    this.state = 'disconnecting';
    leave(this, 'worker');
  }
  return this;
};

Worker.prototype.destroy = function() {
  if (this.state === 'destroying') return;
  this.exitedAfterDisconnect = true;
  if (!this.isConnected()) process.exit(0);
  this.state = 'destroying';
  process.once('disconnect', () => process.exit(0));
  if (!link.leave(disconnectChannel)) disconnectChannel();
};
