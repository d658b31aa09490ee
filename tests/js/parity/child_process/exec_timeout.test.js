'use strict';
const assert = require('node:assert');
const { exec } = require('node:child_process');

let calls = 0;
exec('exec sleep 30', { timeout: 300 }, (err) => {
  calls++;
  assert.strictEqual(err.killed, true);
  assert.strictEqual(err.code, null);
  assert.strictEqual(err.signal, 'SIGTERM');
});
process.on('exit', () => assert.strictEqual(calls, 1));
