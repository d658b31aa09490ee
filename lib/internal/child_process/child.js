'use strict';

// ChildProcess: one child, its pipes and its life. It closes once the process has ended, every
// readable pipe has closed and the channel, if any, is down.

const EventEmitter = require('events');
const { ErrnoException, codes: { ERR_INVALID_ARG_VALUE } } = require('internal/errors');
const { validateArray, validateObject, validateOneOf, validateString } =
  require('internal/validators');
const { parseStdio, toNativeStdio } = require('internal/child_process/stdio');

const kStartFailures = new Set(['EACCES', 'EAGAIN', 'EMFILE', 'ENFILE', 'ENOENT']);
const kNoDescriptors = new Set(['EMFILE', 'ENFILE']);

let channels;
function diagnostics() {
  if (channels === undefined) {
    let module;
    try {
      module = require('diagnostics_channel');
    } catch {
      return (channels = null);
    }
    channels = {
      created: module.channel('child_process'),
      spawn: module.tracingChannel('child_process.spawn'),
    };
  }
  return channels;
}

function signalName(number) {
  const { signals } = require('os').constants;
  for (const name in signals) if (signals[name] === number) return name;
  return null;
}

function ChildProcess() {
  if (!(this instanceof ChildProcess)) return new ChildProcess();
  EventEmitter.call(this);
  this._closesNeeded = 1;
  this._closesGot = 0;
  this.connected = false;
  this.signalCode = null;
  this.exitCode = null;
  this.killed = false;
  this.spawnfile = null;
  this._handle = null;
  const channel = diagnostics()?.created;
  if (channel?.hasSubscribers) channel.publish({ process: this });
}
Object.setPrototypeOf(ChildProcess.prototype, EventEmitter.prototype);
Object.setPrototypeOf(ChildProcess, EventEmitter);

// One of the things that 'close' waits for has happened.
function maybeClose(child) {
  child._closesGot++;
  if (child._closesGot === child._closesNeeded) {
    child.emit('close', child.exitCode, child.signalCode);
  }
}

// What nobody reads is read to its end, or 'close' would never come.
function flushStdio(child) {
  for (const stream of child.stdio ?? []) {
    if (stream?.readable) stream.resume();
  }
}

function onExit(child, exitCode, signal) {
  if (signal) child.signalCode = signalName(signal);
  else child.exitCode = exitCode;
  child.stdin?.destroy();
  child._handle.close();
  child._handle = null;
  if (exitCode < 0) {
    const err = new ErrnoException(
      exitCode, child.spawnfile ? `spawn ${child.spawnfile}` : 'spawn');
    if (child.spawnfile) err.path = child.spawnfile;
    err.spawnargs = child.spawnargs.slice(1);
    child.emit('error', err);
  } else {
    child.emit('exit', child.exitCode, child.signalCode);
  }
  process.nextTick(flushStdio, child);
  maybeClose(child);
}

function makeSocket(fd, readable) {
  const { Socket } = require('net');
  const handle = require('internal/child_process/handles').newPipe();
  handle.open(fd);
  return new Socket({ handle, readable });
}

// The child reads it from now on: the parent's side must not take any of its data.
function stopReading({ handle, stream }) {
  handle.reading = false;
  handle.readStop?.();
  if (typeof stream.pause !== 'function') return;
  stream.pause();
  stream.readableFlowing = false;
  if (stream._readableState) stream._readableState.reading = false;
}

function openStdio(child, entries, pipes) {
  const stdio = entries.map((entry, i) => {
    if (entry.type === 'wrap') stopReading(entry);
    if (entry.type === 'ipc') child._closesNeeded++;
    if (entry.type !== 'pipe') return null;
    const socket = makeSocket(pipes[i], i > 0);
    if (i > 0) {
      child._closesNeeded++;
      socket.on('close', () => maybeClose(child));
    }
    return socket;
  });
  child.stdin = stdio.length >= 1 && stdio[0] !== undefined ? stdio[0] : null;
  child.stdout = stdio[1] ?? null;
  child.stderr = stdio[2] ?? null;
  child.stdio = stdio;
}

function checkChannelPartner(file) {
  if (require('internal/child_process/runtime').speaksOurs(file)) return;
  throw new ERR_INVALID_ARG_VALUE(
    'file', file, 'is another runtime, with which there is no message channel');
}

function channelEnv(envPairs, ipcFd, serialization) {
  return [...(envPairs ?? []), `DROVER_CHANNEL_FD=${ipcFd}`,
          `DROVER_CHANNEL_CODEC=${serialization || 'json'}`];
}

function checkSpawnOptions(options) {
  validateObject(options, 'options');
  validateOneOf(options.serialization, 'options.serialization', [undefined, 'json', 'advanced']);
  if (options.envPairs !== undefined) validateArray(options.envPairs, 'options.envPairs');
  if (options.args !== undefined) validateArray(options.args, 'options.args');
}

// Decides what a failed start means. True: the child lives on without a process; its pipes are made
// and its 'error' is on its way.
function startFailed(child, err, handle) {
  const code = binding('uv').errname(err);
  if (!kStartFailures.has(code)) {
    for (const fd of handle.pipes ?? []) if (fd >= 0) binding('process_wrap').closeFd(fd);
    handle.close();
    child._handle = null;
    throw new ErrnoException(err, 'spawn');
  }
  process.nextTick(() => onExit(child, err, 0));
  return !kNoDescriptors.has(code);
}

// Returns 0, or the code of a failure that becomes an 'error' event; throws for any other failure.
ChildProcess.prototype.spawn = function(options) {
  checkSpawnOptions(options);
  const { entries, ipcFd } = parseStdio(options.stdio || 'pipe', 'async');
  validateString(options.file, 'options.file');
  if (ipcFd !== undefined) checkChannelPartner(options.file);
  this.spawnfile = options.file;
  this.spawnargs = options.args === undefined ? [] : options.args;
  const envPairs = ipcFd === undefined ? options.envPairs :
    channelEnv(options.envPairs, ipcFd, options.serialization);

  const native = binding('process_wrap');
  const tracing = diagnostics()?.spawn;
  if (tracing?.hasSubscribers) tracing.start.publish({ process: this, options });
  const handle = new native.Process({
    args: this.spawnargs,
    cwd: options.cwd,
    detached: options.detached,
    envPairs,
    file: options.file,
    gid: options.gid,
    stdio: toNativeStdio(entries, native),
    uid: options.uid,
  });
  handle.onexit = (code, signal) => onExit(this, code, signal);
  const err = handle.error;
  this._handle = handle;
  if (tracing?.hasSubscribers) {
    const error = err ? new ErrnoException(err, 'spawn') : undefined;
    if (error) tracing.error.publish({ process: this, options, error });
    else tracing.end.publish({ process: this, options });
  }
  if (err === 0) process.nextTick(() => this.emit('spawn'));
  else if (!startFailed(this, err, handle)) return err;

  this.pid = handle.pid;
  openStdio(this, entries, handle.pipes);
  if (ipcFd !== undefined) {
    require('internal/child_process/channel')
      .setup(this, handle.pipes[ipcFd], options.serialization || 'json', () => maybeClose(this));
  }
  return err;
};

ChildProcess.prototype.kill = function(signal) {
  const number = signal === 0 ? 0 :
    require('internal/util').convertToValidSignal(signal === undefined ? 'SIGTERM' : signal);
  if (!this._handle) return false;
  const err = this._handle.kill(number);
  if (err === 0) {
    this.killed = true;
    return true;
  }
  const code = binding('uv').errname(err);
  if (code === 'ESRCH') return false;
  if (code === 'EINVAL' || code === 'ENOSYS') throw new ErrnoException(err, 'kill');
  this.emit('error', new ErrnoException(err, 'kill'));
  return false;
};

if (Symbol.dispose) {
  ChildProcess.prototype[Symbol.dispose] = function() {
    if (!this.killed) this.kill();
  };
}

ChildProcess.prototype.ref = function() {
  this._handle?.ref();
};

ChildProcess.prototype.unref = function() {
  this._handle?.unref();
};

module.exports = { ChildProcess, signalName };
