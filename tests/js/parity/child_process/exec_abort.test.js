'use strict';
const assert = require('node:assert');
const { exec } = require('node:child_process');

let calls = 0;
const controller = new AbortController();
exec('exec sleep 30', { signal: controller.signal }, (err) => {
  calls++;
  assert.strictEqual(err.name, 'AbortError');
  assert.strictEqual(err.code, 'ABORT_ERR');
  assert.strictEqual(err.cmd, 'exec sleep 30');
});
controller.abort();
process.on('exit', () => assert.strictEqual(calls, 1));
