'use strict';

// process.stdin, stdout and stderr, made when first looked at. What goes to a file, a pipe or a
// socket is written before write() returns, so nothing is lost when the process ends.

const { ErrnoException } = require('internal/errors');

// The descriptor is never closed: later writers of the process may need it.
function dummyDestroy(error, callback) {
  callback(error);
  this._undestroy?.();
  if (!this._writableState.emitClose) process.nextTick(() => this.emit('close'));
}

let SyncWriteStream;
function makeSyncWriteStream(fd, type) {
  if (SyncWriteStream === undefined) {
    const { Writable } = require('stream');
    const { writeSync } = binding('tty');
    SyncWriteStream = class SyncWriteStream extends Writable {
      constructor(fd, type) {
        super({ autoDestroy: true, decodeStrings: false });
        this.fd = fd;
        this.readable = false;
        this._type = type;
      }

      _write(chunk, encoding, callback) {
        const data = typeof chunk !== 'string' || encoding === 'utf8' || encoding === 'utf-8' ?
          chunk : require('buffer').Buffer.from(chunk, encoding);
        const status = writeSync(this.fd, data);
        callback(status < 0 ? new ErrnoException(status, 'write') : null);
      }
    };
  }
  return new SyncWriteStream(fd, type);
}

function makeWritable(fd) {
  switch (binding('tty').guessHandleType(fd)) {
    case 'TTY': {
      const stream = new (require('tty').WriteStream)(fd);
      stream._type = 'tty';
      return stream;
    }
    case 'FILE':
      return makeSyncWriteStream(fd, 'fs');
    case 'PIPE':
    case 'TCP':
      return makeSyncWriteStream(fd, 'pipe');
    default: {
      // A closed descriptor: what is written vanishes.
      const { Writable } = require('stream');
      return new Writable({ write(chunk, encoding, callback) { callback(); } });
    }
  }
}

function createOutput(fd) {
  const stream = makeWritable(fd);
  stream.fd ??= fd;
  stream._isStdio = true;
  stream.destroySoon = stream.destroy;
  stream._destroy = dummyDestroy;
  if (stream.isTTY) process.on('SIGWINCH', () => stream._refreshSize());
  return stream;
}

function makeReadable(fd) {
  const type = binding('tty').guessHandleType(fd);
  if (type === 'TTY') return new (require('tty').ReadStream)(fd);
  if (type === 'FILE') return new (require('fs').ReadStream)(null, { fd, autoClose: false });
  if (type === 'PIPE' || type === 'TCP') {
    const stream = new (require('net').Socket)({
      fd, readable: true, writable: false, manualStart: true,
    });
    stream._type = 'pipe';
    return stream;
  }
  const { Readable } = require('stream');
  const stream = new Readable({ read() {} });
  stream.push(null);
  return stream;
}

// A paused stdin must not hold the process: its handle stops reading with it.
function followPause(stream) {
  stream.on('pause', () => {
    const handle = stream._handle;
    if (handle?.reading) {
      handle.reading = false;
      stream._readableState.reading = false;
      handle.readStop();
    }
  });
}

let stdin;
let stdout;
let stderr;

module.exports = {
  getStdin() {
    if (stdin === undefined) {
      stdin = makeReadable(0);
      stdin.fd = 0;
      if (stdin._handle?.readStop) {
        stdin._handle.reading = false;
        stdin._readableState.reading = false;
        stdin._handle.readStop();
        followPause(stdin);
      }
    }
    return stdin;
  },
  getStdout() {
    return stdout ??= createOutput(1);
  },
  getStderr() {
    return stderr ??= createOutput(2);
  },
};
