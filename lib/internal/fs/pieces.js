'use strict';

// Whole files piece by piece, looking at an AbortSignal in between.

const fsBinding = binding('fs');
const { AbortError, codes } = require('internal/errors');
const { detachedFailure } = require('internal/fs/call');
const { kMaxIo, kReadChunk } = require('internal/fs/options');
const { S_IFMT, S_IFREG } = fsBinding.constants;

const kUnknownSizeChunk = 64 * 1024;
const kMode = 1;
const kSize = 8;

function abort(signal, callback) {
  callback(new AbortError(undefined, { cause: signal.reason }));
}

// Runs one binding call; then(value) goes on, failures end the whole.
function step(operation, syscall, path, start, then) {
  const finish = (errno, value) => {
    if (errno < 0) return operation.end(detachedFailure(errno, syscall, path));
    then(value);
  };
  const errno = start({ oncomplete: finish });
  if (errno < 0) process.nextTick(finish, errno);
}

class Operation {
  constructor(fd, owned, signal, callback) {
    this.fd = fd;
    this.owned = owned;
    this.signal = signal;
    this.callback = callback;
  }

  // True where the signal has ended the operation.
  stopped() {
    if (!this.signal?.aborted) return false;
    this.end(new AbortError(undefined, { cause: this.signal.reason }));
    return true;
  }

  end(error, value) {
    const { callback } = this;
    const answer = () => (error ? callback(error) : callback(null, value));
    if (!this.owned || this.fd < 0) return answer();
    const closed = (errno) => {
      if (errno < 0 && !error) error = detachedFailure(errno, 'close');
      answer();
    };
    const errno = fsBinding.close(this.fd, { oncomplete: closed });
    if (errno < 0) process.nextTick(closed, errno);
  }
}

class Reading extends Operation {
  chunks = [];
  total = 0;
  size = 0;

  start() {
    if (this.stopped()) return;
    step(this, 'fstat', undefined, (req) => fsBinding.fstat(this.fd, false, req), (stats) => {
      this.size = (stats[kMode] & S_IFMT) === S_IFREG ? stats[kSize] : 0;
      if (this.size > kMaxIo) return this.end(new codes.ERR_FS_FILE_TOO_LARGE(this.size));
      this.whole = this.size > 0 ? Buffer.allocUnsafeSlow(this.size) : undefined;
      this.next();
    });
  }

  // Fills the buffer of the known size first; what is beyond it, or of unknown size, is collected.
  next() {
    if (this.stopped()) return;
    const intoWhole = this.total < this.size;
    const target = intoWhole ? this.whole : Buffer.allocUnsafeSlow(kUnknownSizeChunk);
    const offset = intoWhole ? this.total : 0;
    const length = intoWhole ? Math.min(kReadChunk, this.size - this.total) : target.length;
    step(this, 'read', undefined,
         (req) => fsBinding.read(this.fd, target, offset, length, -1, req),
         (bytes) => {
           this.total += bytes;
           if (!intoWhole && bytes > 0) this.chunks.push(target.subarray(0, bytes));
           const done = bytes === 0 || (this.size > 0 && this.total === this.size);
           if (done) this.end(null, this.result());
           else this.next();
         });
  }

  result() {
    if (this.whole === undefined) return Buffer.concat(this.chunks, this.total);
    if (this.chunks.length === 0) return this.whole.subarray(0, this.total);
    return Buffer.concat([this.whole, ...this.chunks], this.total);
  }
}

function readAll(fd, owned, signal, callback) {
  new Reading(fd, owned, signal, callback).start();
}

class Writing extends Operation {
  offset = 0;

  start(path, flags, mode) {
    step(this, 'open', path, (req) => fsBinding.open(path, flags, mode, req), (fd) => {
      this.fd = fd;
      this.next();
    });
  }

  next() {
    if (this.stopped()) return;
    const length = Math.min(kReadChunk, this.data.length - this.offset);
    if (length === 0) return this.finish();
    step(this, 'write', undefined,
         (req) => fsBinding.write(this.fd, this.data, this.offset, length, -1, req),
         (bytes) => {
           this.offset += bytes;
           this.next();
         });
  }

  finish() {
    if (!this.flush) return this.end(null);
    step(this, 'fsync', undefined, (req) => fsBinding.fsync(this.fd, req), () => this.end(null));
  }
}

// target: a path, opened with flags and mode, or a descriptor. data: bytes.
function writeAll(target, flags, mode, data, { flush, signal }, callback) {
  const owned = typeof target !== 'number';
  const writing = new Writing(owned ? -1 : target, owned, signal, callback);
  writing.data = data;
  writing.flush = flush;
  if (owned) writing.start(target, flags, mode);
  else writing.next();
}

module.exports = { abort, readAll, writeAll };
