'use strict';

// fs.watchFile and unwatchFile: one StatWatcher for each file, shared by its listeners.

const EventEmitter = require('events');
const { uvException } = require('internal/errors');
const { validateFunction, validateUint32 } = require('internal/validators');
const { getValidatedPath } = require('internal/fs/paths');
const { makeStats } = require('internal/fs/stats');

const kDefaultInterval = 5007;
const kLinks = 2;

class StatWatcher extends EventEmitter {
  #handle = null;
  #oldStatus = 0;
  #refs = 0;
  #persistent;

  constructor(bigint) {
    super();
    const { StatWatcher: Native } = binding('fs');
    this.#handle = new Native(bigint);
    this.#handle.onchange = (status, stats) => this.#onChange(status, stats);
  }

  start(filename, persistent, interval) {
    this.#persistent = persistent;
    if (!persistent) this.#handle.unref();
    const errno = this.#handle.start(filename, interval);
    if (errno < 0) throw uvException({ errno, syscall: 'watch', path: filename });
  }

  // A file that stays missing is told of once.
  #onChange(status, stats) {
    if (this.#oldStatus < 0 && status < 0 && Number(stats[kLinks]) === 0) return;
    this.#oldStatus = status;
    this.emit('change', makeStats(stats, 0), makeStats(stats, 1));
  }

  stop() {
    if (this.#handle === null) return;
    process.nextTick(() => this.emit('stop'));
    this.#handle.close();
    this.#handle = null;
  }

  // Each persistent listener keeps the process alive.
  addListenerRef() {
    this.#refs++;
    this.#handle.ref();
  }

  removeListenerRef() {
    if (--this.#refs === 0) this.#handle?.unref();
  }

  ref() {
    this.#handle?.ref();
    return this;
  }

  unref() {
    this.#handle?.unref();
    return this;
  }
}

const watchers = new Map();

const fullPath = (filename) => require('path').resolve(String(getValidatedPath(filename)));

function watchFile(filename, options, listener) {
  filename = fullPath(filename);
  if (options === null || typeof options !== 'object') {
    listener = options;
    options = undefined;
  }
  const { bigint = false, interval = kDefaultInterval, persistent = true } = options ?? {};
  validateFunction(listener, 'listener');
  validateUint32(interval, 'interval');
  let watcher = watchers.get(filename);
  if (watcher === undefined) {
    watcher = new StatWatcher(bigint);
    watchers.set(filename, watcher);
    watcher.start(filename, persistent, interval);
  }
  watcher.addListener('change', listener);
  if (persistent) watcher.addListenerRef();
  return watcher;
}

function unwatchFile(filename, listener) {
  filename = fullPath(filename);
  const watcher = watchers.get(filename);
  if (watcher === undefined) return;
  if (typeof listener === 'function') {
    const before = watcher.listenerCount('change');
    watcher.removeListener('change', listener);
    if (watcher.listenerCount('change') < before) watcher.removeListenerRef();
  } else {
    watcher.removeAllListeners('change');
  }
  if (watcher.listenerCount('change') > 0) return;
  watcher.stop();
  watchers.delete(filename);
}

module.exports = { StatWatcher, unwatchFile, watchFile };
