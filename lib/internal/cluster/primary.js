'use strict';

// The cluster module of a primary: settings, workers and their events. Listening sockets, accepting
// and handing over are native (cluster/primary.h); no connection passes through here.

const EventEmitter = require('events');
const { codes: { ERR_SOCKET_BAD_PORT } } = require('internal/errors');
const { validatePort } = require('internal/validators');
const Worker = require('internal/cluster/worker');
const { kNative } = require('internal/child_process/channel');

const SCHED_NONE = 1;
const SCHED_RR = 2;
const kFirstPort = 1024;
const kLastPort = 65535;
const kInspectFlag = /--inspect(?:-brk|-port|-wait)?|--debug-port/;

const cluster = new EventEmitter();
// 'disconnect' when the last worker has left.
const intercom = new EventEmitter();
let lastId = 0;
let debugPortOffset = 1;
let native; // made with the first worker; from then on the policy is fixed
let policyFixed = false;

module.exports = cluster;

function defaultPolicy() {
  return process.env.NODE_CLUSTER_SCHED_POLICY === 'none' ? SCHED_NONE : SCHED_RR;
}

cluster.isWorker = false;
cluster.isMaster = true;
cluster.isPrimary = true;
cluster.Worker = Worker;
cluster.workers = {};
cluster.settings = {};
cluster.SCHED_NONE = SCHED_NONE;
cluster.SCHED_RR = SCHED_RR;
cluster.schedulingPolicy = defaultPolicy();

function checkPolicy() {
  const policy = cluster.schedulingPolicy;
  if (policy === SCHED_NONE || policy === SCHED_RR) return;
  const { ERR_INTERNAL_ASSERTION } = require('internal/errors').codes;
  throw new ERR_INTERNAL_ASSERTION(`Bad cluster.schedulingPolicy: ${policy}`);
}

cluster.setupPrimary = function(options) {
  const settings = {
    args: process.argv.slice(2),
    exec: process.argv[1],
    execArgv: process.execArgv,
    silent: false,
    ...cluster.settings,
    ...options,
  };
  // Worker processes of one profiled program must not write to one file.
  if (settings.execArgv.some((flag) => flag.startsWith('--prof')) &&
      !settings.execArgv.some((flag) => flag.startsWith('--logfile='))) {
    settings.execArgv = [...settings.execArgv, '--logfile=v8-%p.log'];
  }
  cluster.settings = settings;
  if (!policyFixed) {
    checkPolicy();
    policyFixed = true;
  }
  process.nextTick(() => cluster.emit('setup', settings));
};

cluster.setupMaster = cluster.setupPrimary;

function primary() {
  if (native !== undefined) return native;
  const { Primary } = binding('cluster');
  native = new Primary(cluster.schedulingPolicy === SCHED_RR);
  native.ononline = (id) => onWorker(id, 'online', 'online', []);
  native.onlistening = (id, addressType, address, port, fd) => {
    const info = { addressType, address, port };
    if (fd !== undefined) info.fd = fd;
    onWorker(id, 'listening', 'listening', [info]);
  };
  native.onleaving = (id) => {
    const worker = known.get(id);
    if (worker !== undefined) worker.exitedAfterDisconnect = true;
  };
  return native;
}

// Every worker whose process has not been reported as ended: longer than cluster.workers has it.
const known = new Map();

function onWorker(id, state, event, args) {
  const worker = known.get(id);
  if (worker === undefined) return;
  worker.state = state;
  worker.emit(event, ...args);
  cluster.emit(event, worker, ...args);
}

function inspectPort({ inspectPort: wanted }) {
  let port;
  if (typeof wanted === 'function') {
    port = wanted();
  } else if (wanted != null) {
    port = wanted;
  } else {
    port = process.debugPort + debugPortOffset++;
    if (port > kLastPort) port = port - kLastPort + kFirstPort - 1;
  }
  return validatePort(port);
}

function workerExecArgv(settings, env) {
  if (settings.inspectPort === null) throw new ERR_SOCKET_BAD_PORT('Port', null, true);
  const inspecting = settings.execArgv.some((flag) => kInspectFlag.test(flag)) ||
    kInspectFlag.test(env.NODE_OPTIONS ?? '');
  if (!inspecting) return [...settings.execArgv];
  return [...settings.execArgv, `--inspect-port=${inspectPort(settings)}`];
}

function spawnWorker(id, env) {
  const { settings } = cluster;
  const workerEnv = { ...process.env, ...env, NODE_UNIQUE_ID: `${id}` };
  return require('child_process').fork(settings.exec, settings.args, {
    cwd: settings.cwd,
    env: workerEnv,
    serialization: settings.serialization,
    silent: settings.silent,
    windowsHide: settings.windowsHide,
    execArgv: workerExecArgv(settings, workerEnv),
    stdio: settings.stdio,
    gid: settings.gid,
    uid: settings.uid,
  });
}

function removeWorker(worker) {
  delete cluster.workers[worker.id];
  if (Object.keys(cluster.workers).length === 0) intercom.emit('disconnect');
}

function onExit(worker, code, signal) {
  known.delete(worker.id);
  primary().workerExited(worker.id);
  if (!worker.isConnected()) removeWorker(worker);
  worker.exitedAfterDisconnect = !!worker.exitedAfterDisconnect;
  worker.state = 'dead';
  worker.emit('exit', code, signal);
  cluster.emit('exit', worker, code, signal);
}

function onDisconnect(worker) {
  if (worker.isDead()) removeWorker(worker);
  worker.exitedAfterDisconnect = !!worker.exitedAfterDisconnect;
  worker.state = 'disconnected';
  worker.emit('disconnect');
  cluster.emit('disconnect', worker);
}

cluster.fork = function(env) {
  cluster.setupPrimary();
  const id = ++lastId;
  const child = spawnWorker(id, env);
  const worker = new Worker({ id, process: child });
  known.set(id, worker);
  if (child.channel) primary().addWorker(id, child.channel[kNative]);
  worker.on('message', function(message, handle) {
    cluster.emit('message', this, message, handle);
  });
  child.once('exit', (code, signal) => onExit(worker, code, signal));
  child.once('disconnect', () => onDisconnect(worker));
  process.nextTick(() => cluster.emit('fork', worker));
  cluster.workers[id] = worker;
  return worker;
};

cluster.disconnect = function(callback) {
  const workers = Object.values(cluster.workers);
  if (workers.length === 0) process.nextTick(() => intercom.emit('disconnect'));
  for (const worker of workers) if (worker.isConnected()) worker.disconnect();
  if (typeof callback === 'function') intercom.once('disconnect', callback);
};

Worker.prototype.disconnect = function() {
  this.exitedAfterDisconnect = true;
  primary().disconnect(this.id);
  removeWorker(this);
  return this;
};

Worker.prototype.destroy = function(signal) {
  this.process.kill(signal || 'SIGTERM');
};

