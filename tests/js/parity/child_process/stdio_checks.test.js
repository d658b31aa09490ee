'use strict';
const assert = require('node:assert');
const { fork, spawn, spawnSync } = require('node:child_process');

const cases = [
  [() => spawn('true', { stdio: 'foo' }), 'ERR_INVALID_ARG_VALUE'],
  [() => spawn('true', { stdio: 5 }), 'ERR_INVALID_ARG_VALUE'],
  [() => spawn('true', { stdio: [{}] }), 'ERR_INVALID_ARG_VALUE'],
  [() => spawn('true', { stdio: ['foo'] }), 'ERR_INVALID_SYNC_FORK_INPUT'],
  [() => spawn('true', { stdio: [Buffer.from('x')] }), 'ERR_INVALID_SYNC_FORK_INPUT'],
  [() => spawn('true', { stdio: ['ipc', 'ipc'] }), 'ERR_IPC_ONE_PIPE'],
  [() => spawnSync('true', { stdio: ['ipc'] }), 'ERR_IPC_SYNC_FORK'],
  [() => fork('x', { stdio: ['pipe'] }), 'ERR_CHILD_PROCESS_IPC_REQUIRED'],
  [() => fork('x', { stdio: 'foo' }), 'ERR_INVALID_ARG_VALUE'],
];
for (const [call, code] of cases) assert.throws(call, { code }, String(call));
