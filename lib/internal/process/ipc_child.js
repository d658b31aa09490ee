'use strict';

// A process that was forked: opens the channel to its parent before any code of the program runs.
// Loaded only if the environment names a channel.

const kOwnVariables = [
  'DROVER_CHANNEL_FD',
  'DROVER_CHANNEL_CODEC',
  'DROVER_WORKER_ID',
  'NODE_CHANNEL_FD',
  'NODE_CHANNEL_SERIALIZATION_MODE',
];
const kHolding = new Set(['message', 'disconnect']);

// Makes `process` the child's end of the channel. It keeps the process alive only while somebody
// listens to it.
function attach(fd, serialization) {
  const control = require('internal/child_process/channel').setup(process, fd, serialization);
  control.unrefNative();
  process.on('newListener', (name) => {
    if (kHolding.has(name)) control.refCounted();
  });
  process.on('removeListener', (name) => {
    if (kHolding.has(name)) control.unrefCounted();
  });
  return control;
}

function setup() {
  const { env } = process;
  const fd = Number.parseInt(env.DROVER_CHANNEL_FD, 10);
  const serialization = env.DROVER_CHANNEL_CODEC === 'advanced' ? 'advanced' : 'json';
  for (const name of kOwnVariables) delete env[name];
  if (!(fd >= 0)) return;
  attach(fd, serialization);
  // Without a script there is nothing to be a worker of; the variable stays, as Node has it.
  if (process.argv[1] === undefined || !env.NODE_UNIQUE_ID) return;
  require('cluster')._setupWorker();
  delete env.NODE_UNIQUE_ID;
}

module.exports = { attach, setup };
