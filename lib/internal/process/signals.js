'use strict';
// process.on('SIGTERM', ...): a native watcher for each signal that has a listener.

const { signals } = require('internal/process/signal_numbers');
const { ErrnoException } = require('internal/errors');

const watchers = new Map(); // name -> native Signal

function start(name) {
  if (watchers.has(name) || signals[name] === undefined) return;
  const { Signal } = binding('signal_wrap');
  const watcher = new Signal();
  watcher.unref();
  watcher.onsignal = (number) => process.emit(name, name, number);
  const err = watcher.start(signals[name]);
  if (err) {
    watcher.close();
    throw new ErrnoException(err, 'uv_signal_start');
  }
  watchers.set(name, watcher);
}

function stop(name) {
  const watcher = watchers.get(name);
  if (watcher === undefined || process.listenerCount(name) > 0) return;
  watchers.delete(name);
  watcher.close();
}

// Signals that cannot be caught still fail as the system says, when a listener is added.
function install(target) {
  target.on('newListener', (name) => {
    if (typeof name === 'string' && name.startsWith('SIG')) start(name);
  });
  target.on('removeListener', (name) => {
    if (typeof name === 'string' && name.startsWith('SIG')) stop(name);
  });
}

module.exports = { install };
