'use strict';

// The `stdio` option: what a program writes, and what the child's descriptors become.

const {
  codes: {
    ERR_INVALID_ARG_VALUE,
    ERR_INVALID_SYNC_FORK_INPUT,
    ERR_IPC_ONE_PIPE,
    ERR_IPC_SYNC_FORK,
  },
} = require('internal/errors');

// Whether a native handle can become a descriptor of a child.
function isStreamHandle(handle) {
  return handle !== null && typeof handle === 'object' &&
    typeof handle.readStart === 'function' && typeof handle.fd === 'number';
}

function findHandle(value) {
  if (isStreamHandle(value)) return value;
  if (isStreamHandle(value.handle)) return value.handle;
  if (isStreamHandle(value._handle)) return value._handle;
  const udp = value._handle ?? value[Symbol.for('drover.udp')];
  return udp && typeof udp.recvStart === 'function' && typeof udp.fd === 'number' ? udp : undefined;
}

// 'pipe' and its like for all three, plus what the caller appends (fork: 'ipc').
function expandShortcut(stdio, extra) {
  switch (stdio) {
    case 'ignore':
    case 'overlapped':
    case 'pipe':
    case 'inherit':
      return extra === undefined ? [stdio, stdio, stdio] : [stdio, stdio, stdio, extra];
    default:
      throw new ERR_INVALID_ARG_VALUE('stdio', stdio);
  }
}

function parseObject(value, mode) {
  if (typeof value.fd === 'number' && value.fd >= 0 && !isStreamHandle(value)) {
    return { type: 'fd', fd: value.fd };
  }
  const handle = findHandle(value);
  if (handle) return { type: 'wrap', handle, stream: value };
  if (ArrayBuffer.isView(value)) return parseInput(value, mode);
  throw new ERR_INVALID_ARG_VALUE('stdio', value);
}

// Data for the child to read, which the sync forms alone take.
function parseInput(value, mode) {
  if (mode === 'sync') return { type: 'pipe', input: value };
  throw new ERR_INVALID_SYNC_FORK_INPUT(require('internal/util/inspect').inspect(value));
}

function parseEntry(value, index, mode) {
  if (value === null || value === undefined) {
    return { type: index < 3 ? 'pipe' : 'ignore' };
  }
  if (value === 'pipe' || value === 'overlapped' || (typeof value === 'number' && value < 0)) {
    return { type: 'pipe' };
  }
  if (value === 'ignore') return { type: 'ignore' };
  if (value === 'inherit') return { type: 'inherit', fd: index };
  if (value === 'ipc') return { type: 'ipc' };
  if (typeof value === 'number') return { type: 'fd', fd: value };
  if (typeof value === 'object') return parseObject(value, mode);
  if (typeof value === 'string') return parseInput(value, mode);
  throw new ERR_INVALID_ARG_VALUE('stdio', value);
}

// mode: 'async' or 'sync'. Returns {entries: [{type, fd?, handle?, stream?, input?}], ipcFd}, where
// ipcFd is the child's descriptor of the channel, or undefined.
function parseStdio(stdio, mode) {
  if (typeof stdio === 'string') stdio = expandShortcut(stdio);
  else if (!Array.isArray(stdio)) throw new ERR_INVALID_ARG_VALUE('stdio', stdio);
  const entries = [];
  let ipcFd;
  for (let i = 0; i < stdio.length || i < 3; i++) {
    const entry = parseEntry(stdio[i], i, mode);
    if (entry.type === 'ipc') {
      if (mode === 'sync') throw new ERR_IPC_SYNC_FORK();
      if (ipcFd !== undefined) throw new ERR_IPC_ONE_PIPE();
      ipcFd = i;
    }
    entries.push(entry);
  }
  return { entries, ipcFd };
}

// The descriptors that the child gets, as the native side wants them.
function toNativeStdio(entries, { kIgnore, kPipe }) {
  return entries.map((entry) => {
    switch (entry.type) {
      case 'ignore': return kIgnore;
      case 'pipe':
      case 'ipc': return kPipe;
      case 'wrap': return entry.handle.fd;
      default: return entry.fd;
    }
  });
}

module.exports = { expandShortcut, parseStdio, toNativeStdio };
