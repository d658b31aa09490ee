'use strict';
// Without a channel send() answers false, and the error goes to the callback or to 'error'.
const assert = require('node:assert');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  process.on('message', () => {});
} else {
  const events = [];
  const child = fork(__filename, ['child']);
  child.on('error', (err) => events.push(`error ${err.code}`));
  child.disconnect();
  assert.strictEqual(child.connected, false);
  assert.strictEqual(child.channel, null);
  assert.strictEqual(child.send('x'), false);
  assert.strictEqual(child.send('x', (err) => events.push(`callback ${err.code}`)), false);
  assert.deepStrictEqual(events, []);
  child.disconnect();
  assert.deepStrictEqual(events, ['error ERR_IPC_DISCONNECTED']);
  process.on('exit', () => assert.deepStrictEqual(events, [
    'error ERR_IPC_DISCONNECTED', 'error ERR_IPC_CHANNEL_CLOSED', 'callback ERR_IPC_CHANNEL_CLOSED',
  ]));
}
