'use strict';
// A failed send() without a callback is an 'error' event; unheard, it throws.
const assert = require('node:assert');
const { fork } = require('node:child_process');

if (process.argv[2] !== 'child') {
  let code;
  const child = fork(__filename, ['child']);
  child.on('exit', () => setImmediate(() => {
    child.once('error', (err) => { code = err.code; });
    child.send('too late');
  }));
  process.on('exit', () => assert.strictEqual(code, 'ERR_IPC_CHANNEL_CLOSED'));
}
