'use strict';

// Dir: an open directory that is read in batches.

const fsBinding = binding('fs');
const { codes } = require('internal/errors');
const { validateFunction, validateUint32 } = require('internal/validators');
const { Call, callSync, callAsync, callPromise } = require('internal/fs/call');
const { getValidatedPath } = require('internal/fs/paths');
const { getOptions } = require('internal/fs/options');
const { nameConverter, wantsBytes } = require('internal/fs/ops');
const { join, makeDirent } = require('internal/fs/dirent');

const kDefaultBatch = 32;

// The directory that a lost Dir leaves open.
let lost;
function closeWhenLost(dir, handle) {
  lost ??= new FinalizationRegistry((state) => {
    if (state.closed) return;
    process.emitWarning('Closing directory handle on garbage collection');
    fsBinding.dirClose(state.id);
  });
  lost.register(dir, handle, handle);
}

const same = (value) => value;

class Dir {
  #path;
  #options;
  #convert;
  #handle;
  #buffered = [];
  #busy = null;  // the tail of the asynchronous operations under way

  constructor(handle, path, options) {
    if (handle === undefined || handle === null) throw new codes.ERR_MISSING_ARGS('handle');
    this.#handle = handle;
    this.#path = path;
    this.#options = { bufferSize: kDefaultBatch, ...getOptions(options, { encoding: 'utf8' }) };
    validateUint32(this.#options.bufferSize, 'options.bufferSize', true);
    this.#convert = nameConverter(this.#options.encoding);
    this.#handle.pending = [];
    closeWhenLost(this, handle);
  }

  get path() {
    return this.#path;
  }

  // The present directory; with `recursive`, those found below it wait in `pending`.
  #readCall() {
    const { id } = this.#handle;
    const { bufferSize, encoding } = this.#options;
    return new Call('scandir', this.#path, undefined,
                    (req) => fsBinding.dirRead(id, wantsBytes(encoding), bufferSize, req), same);
  }

  #take(batch) {
    const directory = this.#handle.current ?? this.#path;
    for (let i = 0; i < batch.length; i += 2) {
      const entry = makeDirent(directory, this.#convert(batch[i]), batch[i + 1]);
      this.#buffered.push(entry);
      if (this.#options.recursive && entry.isDirectory()) {
        this.#handle.pending.push(join(directory, batch[i]));
      }
    }
  }

  #checkOpen() {
    if (this.#handle.closed) throw new codes.ERR_DIR_CLOSED();
  }

  #checkIdle() {
    this.#checkOpen();
    if (this.#busy !== null) throw new codes.ERR_DIR_CONCURRENT_OPERATION();
  }

  readSync() {
    this.#checkIdle();
    while (this.#buffered.length === 0) {
      const batch = callSync(this.#readCall());
      if (batch !== null) this.#take(batch);
      else if (!this.#descendSync()) return null;
    }
    return this.#buffered.shift();
  }

  #descendSync() {
    const next = this.#handle.pending.shift();
    if (next === undefined) return false;
    callSync(closeCall(this.#handle.id));
    this.#handle.id = callSync(openCall(next));
    this.#handle.current = next;
    return true;
  }

  async #descend() {
    const next = this.#handle.pending.shift();
    if (next === undefined) return false;
    await callPromise(closeCall(this.#handle.id));
    this.#handle.id = await callPromise(openCall(next));
    this.#handle.current = next;
    return true;
  }

  async #readOne() {
    this.#checkOpen();
    while (this.#buffered.length === 0) {
      const batch = await callPromise(this.#readCall());
      if (batch !== null) this.#take(batch);
      else if (!await this.#descend()) return null;
    }
    return this.#buffered.shift();
  }

  // Runs after the operations that are under way.
  #queue(operation) {
    const before = this.#busy;
    const run = before === null ? operation() : before.then(operation, operation);
    const tail = run.then(() => {}, () => {}).then(() => {
      if (this.#busy === tail) this.#busy = null;
    });
    this.#busy = tail;
    return run;
  }

  read(callback) {
    if (callback === undefined) {
      if (this.#handle.closed) return Promise.reject(new codes.ERR_DIR_CLOSED());
      return this.#queue(() => this.#readOne());
    }
    validateFunction(callback, 'callback');
    this.#checkOpen();
    this.#queue(() => this.#readOne()).then(
      (entry) => process.nextTick(callback, null, entry), (e) => process.nextTick(callback, e));
  }

  async #closeOnce() {
    this.#checkOpen();
    this.#markClosed();
    await callPromise(closeCall(this.#handle.id));
  }

  #markClosed() {
    this.#handle.closed = true;
    lost.unregister(this.#handle);
  }

  close(callback) {
    if (callback === undefined) {
      if (this.#handle.closed) return Promise.reject(new codes.ERR_DIR_CLOSED());
      return this.#queue(() => this.#closeOnce());
    }
    validateFunction(callback, 'callback');
    if (this.#handle.closed) {
      process.nextTick(callback, new codes.ERR_DIR_CLOSED());
      return;
    }
    this.#queue(() => this.#closeOnce()).then(
      () => process.nextTick(callback, null), (e) => process.nextTick(callback, e));
  }

  closeSync() {
    this.#checkIdle();
    this.#markClosed();
    callSync(closeCall(this.#handle.id));
  }

  async* entries() {
    try {
      for (;;) {
        const entry = await this.read();
        if (entry === null) break;
        yield entry;
      }
    } finally {
      if (!this.#handle.closed) await this.close();
    }
  }
}

Object.defineProperties(Dir.prototype, {
  [Symbol.asyncIterator]: { value: Dir.prototype.entries, writable: true, configurable: true },
});
require('internal/util/dispose');
Object.defineProperty(Dir.prototype, Symbol.dispose, {
  value() {
    try {
      this.closeSync();
    } catch (error) {
      if (error.code !== 'ERR_DIR_CLOSED') throw error;
    }
  },
  writable: true,
  configurable: true,
});
Object.defineProperty(Dir.prototype, Symbol.asyncDispose, {
  async value() {
    try {
      await this.close();
    } catch (error) {
      if (error.code !== 'ERR_DIR_CLOSED') throw error;
    }
  },
  writable: true,
  configurable: true,
});

const openCall = (path) =>
  new Call('opendir', path, undefined, (req) => fsBinding.opendir(path, req), same);
const closeCall = (id) =>
  new Call('close', undefined, undefined, (req) => fsBinding.dirClose(id, req));

function checkOptions(options) {
  options = getOptions(options, { encoding: 'utf8' });
  if (options.bufferSize !== undefined) {
    validateUint32(options.bufferSize, 'options.bufferSize', true);
  }
  return options;
}

function opendirSync(path, options) {
  path = getValidatedPath(path);
  options = checkOptions(options);
  return new Dir({ id: callSync(openCall(path)), closed: false }, path, options);
}

// The callback form, after the callback is checked.
function opendir(path, options, callback) {
  path = getValidatedPath(path);
  options = checkOptions(options);
  callAsync(openCall(path), (error, id) => {
    if (error) callback(error);
    else callback(null, new Dir({ id, closed: false }, path, options));
  });
}

async function opendirPromise(path, options) {
  path = getValidatedPath(path);
  options = checkOptions(options);
  return new Dir({ id: await callPromise(openCall(path)), closed: false }, path, options);
}

module.exports = { Dir, opendir, opendirPromise, opendirSync };
