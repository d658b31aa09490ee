'use strict';

// fs.watch: FSWatcher for a file or directory, for a whole tree (RecursiveWatch), and the async
// iterator of fs.promises.watch.

const fsBinding = binding('fs');
const EventEmitter = require('events');
const { AbortError, codes, uvException } = require('internal/errors');
const {
  validateAbortSignal, validateBoolean, validateIgnoreOption, validateInteger, validateObject,
  validateOneOf,
} = require('internal/validators');
const { getValidatedPath } = require('internal/fs/paths');
const { getOptions } = require('internal/fs/options');
const { nameConverter, wantsBytes } = require('internal/fs/ops');
const { S_IFDIR, S_IFMT } = fsBinding.constants;

const kMode = 1;

const eventType = (events) => ((events & fsBinding.kRenamed) !== 0 ? 'rename' : 'change');

function watchError(errno, filename) {
  const error = uvException({ errno, syscall: 'watch', path: filename });
  error.filename = filename;
  return error;
}

// Watches one path with one native handle; onEvent(type, name), onError(errno).
class SingleWatch {
  constructor(path, bytes, onEvent, onError) {
    this.handle = new fsBinding.FSEvent();
    this.handle.onchange = (errno, events, name) => {
      if (errno < 0) onError(errno);
      else onEvent(eventType(events), name);
    };
    const errno = this.handle.start(path, bytes);
    if (errno < 0) {
      this.handle.close();
      throw watchError(errno, path);
    }
  }

  close() {
    this.handle.close();
  }

  ref() {
    this.handle.ref();
  }

  unref() {
    this.handle.unref();
  }
}

// Watches a directory and all below it: one native handle for each directory. Names are relative to
// the root.
class RecursiveWatch {
  constructor(root, onEvent, onError) {
    this.root = root;
    this.onEvent = onEvent;
    this.onError = onError;
    this.watches = new Map();
    this.referenced = true;
    this.add('', true);
    this.addBelow('');
  }

  real(name) {
    return name === '' ? this.root : `${this.root}/${name}`;
  }

  add(name, required = false) {
    if (this.watches.has(name)) return;
    try {
      const watch = new SingleWatch(this.real(name), false, (type, child) => {
        this.onChild(name, type, child);
      }, this.onError);
      if (!this.referenced) watch.unref();
      this.watches.set(name, watch);
    } catch (error) {
      // What vanished before it could be watched is no failure.
      if (required || (error.code !== 'ENOENT' && error.code !== 'ENOTDIR')) throw error;
    }
  }

  addBelow(name, tell = false) {
    const found = fsBinding.readdir(this.real(name), false, true);
    if (typeof found === 'number') return;
    const [names, types] = found;
    names.forEach((child, i) => {
      const below = name === '' ? child : `${name}/${child}`;
      if (tell) this.onEvent('rename', below);
      if (types[i] !== fsBinding.constants.UV_DIRENT_DIR) return;
      this.add(below);
      this.addBelow(below, tell);
    });
  }

  onChild(name, type, child) {
    if (!this.watches.has(name)) return;
    const below = name === '' ? child : `${name}/${child}`;
    if (type === 'rename') this.follow(below);
    this.onEvent(type, below);
  }

  // A new directory is watched, with what came into it meanwhile; a lost one no longer.
  follow(name) {
    const stats = fsBinding.lstat(this.real(name), false);
    const isDirectory = typeof stats !== 'number' && (stats[kMode] & S_IFMT) === S_IFDIR;
    if (isDirectory && !this.watches.has(name)) {
      this.add(name);
      process.nextTick(() => this.watches.has(name) && this.addBelow(name, true));
    } else if (!isDirectory) {
      this.drop(name);
    }
  }

  drop(name) {
    for (const [watched, watch] of this.watches) {
      if (watched !== name && !watched.startsWith(`${name}/`)) continue;
      watch.close();
      this.watches.delete(watched);
    }
  }

  close() {
    for (const watch of this.watches.values()) watch.close();
    this.watches.clear();
  }

  ref() {
    this.referenced = true;
    for (const watch of this.watches.values()) watch.ref();
  }

  unref() {
    this.referenced = false;
    for (const watch of this.watches.values()) watch.unref();
  }
}

// The `ignore` option: a glob, a RegExp, a function or a list of them -> (name) => boolean
function makeIgnored(ignore) {
  if (ignore === undefined || ignore === null) return () => false;
  const tests = [ignore].flat().map((one) => {
    if (typeof one === 'function') return one;
    if (typeof one !== 'string') return (name) => one.test(name);
    const { matcher } = require('internal/fs/glob_pattern');
    return matcher(one.includes('/') ? [one] : [one, `**/${one}`]);
  });
  return (name) => name !== null && tests.some((test) => test(String(name)));
}

function isDirectory(path) {
  const stats = fsBinding.stat(path, false);
  return typeof stats !== 'number' && (stats[kMode] & S_IFMT) === S_IFDIR;
}

function startWatch(path, options, onEvent, onError) {
  const convert = nameConverter(options.encoding);
  const ignored = makeIgnored(options.ignore);
  const tell = (type, name) => {
    if (!ignored(name)) onEvent(type, name === null ? name : convert(name));
  };
  if (options.recursive && isDirectory(path)) {
    const bytes = wantsBytes(options.encoding);
    return new RecursiveWatch(String(path), bytes ?
      (type, name) => tell(type, Buffer.from(name)) : tell, onError);
  }
  return new SingleWatch(path, wantsBytes(options.encoding), tell, onError);
}

class FSWatcher extends EventEmitter {
  #watch;

  constructor(path, options) {
    super();
    this.#watch = startWatch(path, options,
                             (type, name) => this.emit('change', type, name),
                             (errno) => this.#fail(watchError(errno, path)));
    if (options.persistent === false) this.unref();
  }

  #fail(error) {
    this.#watch?.close();
    this.#watch = undefined;
    this.emit('error', error);
  }

  close() {
    if (this.#watch === undefined) return;
    this.#watch.close();
    this.#watch = undefined;
    process.nextTick(() => this.emit('close'));
  }

  ref() {
    this.#watch?.ref();
    return this;
  }

  unref() {
    this.#watch?.unref();
    return this;
  }
}

function watch(filename, options, listener) {
  if (typeof options === 'function') listener = options;
  options = { persistent: true, recursive: false, ...getOptions(options) };
  validateBoolean(options.persistent, 'options.persistent');
  validateBoolean(options.recursive, 'options.recursive');
  validateIgnoreOption(options.ignore, 'options.ignore');
  const { signal } = options;
  const watcher = new FSWatcher(getValidatedPath(filename), options);
  if (listener) watcher.addListener('change', listener);
  if (signal?.aborted) {
    process.nextTick(() => watcher.close());
  } else if (signal) {
    const stop = () => watcher.close();
    signal.addEventListener('abort', stop, { once: true });
    watcher.once('close', () => signal.removeEventListener('abort', stop));
  }
  return watcher;
}

// Events wait in a queue of bounded length until they are asked for.
class EventQueue {
  #items = [];
  #waiting = null;
  #limit;
  #overflow;

  constructor(limit, overflow) {
    this.#limit = limit;
    this.#overflow = overflow;
  }

  push(item) {
    if (this.#waiting) return this.#answer('resolve', item);
    if (this.#items.length < this.#limit) {
      this.#items.push(item);
    } else if (this.#overflow === 'throw') {
      this.fail(new codes.ERR_FS_WATCH_QUEUE_OVERFLOW(this.#limit));
    } else {
      process.emitWarning('fs.watch maxQueue exceeded');
    }
  }

  fail(error) {
    if (this.#waiting) return this.#answer('reject', error);
    this.failure = error;
  }

  #answer(how, value) {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting[how](value);
  }

  next() {
    if (this.failure) return Promise.reject(this.failure);
    if (this.#items.length > 0) return Promise.resolve(this.#items.shift());
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }
}

async function* watchIterator(filename, options = {}) {
  const path = getValidatedPath(filename);
  validateObject(options, 'options');
  const {
    persistent = true, recursive = false, encoding = 'utf8', maxQueue = 2048, overflow = 'ignore',
    signal, ignore,
  } = options;
  validateBoolean(persistent, 'options.persistent');
  validateBoolean(recursive, 'options.recursive');
  validateInteger(maxQueue, 'options.maxQueue');
  validateOneOf(overflow, 'options.overflow', ['ignore', 'error', 'throw']);
  validateAbortSignal(signal, 'options.signal');
  validateIgnoreOption(ignore, 'options.ignore');
  getOptions({ encoding });
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });

  const queue = new EventQueue(maxQueue, overflow === 'error' ? 'throw' : overflow);
  const handle = startWatch(path, { encoding, ignore, recursive },
                            (type, name) => queue.push({ eventType: type, filename: name }),
                            (errno) => queue.fail(watchError(errno, path)));
  if (!persistent) handle.unref();
  const stop = () => queue.fail(new AbortError(undefined, { cause: signal.reason }));
  signal?.addEventListener('abort', stop, { once: true });
  try {
    for (;;) yield { __proto__: null, ...await queue.next() };
  } finally {
    handle.close();
    signal?.removeEventListener('abort', stop);
  }
}

module.exports = { FSWatcher, watch, watchIterator };
