'use strict';
// An AbortSignal kills the child and reports an AbortError with the reason as its cause.
const assert = require('node:assert');
const { spawn } = require('node:child_process');

const events = [];
const controller = new AbortController();
const child = spawn('cat', { signal: controller.signal });
child.on('error', (err) => {
  events.push('error');
  assert.strictEqual(err.name, 'AbortError');
  assert.strictEqual(err.code, 'ABORT_ERR');
  assert.strictEqual(err.cause, 'my reason');
});
child.on('exit', (code, signal) => {
  events.push('exit');
  assert.strictEqual(signal, 'SIGTERM');
});
controller.abort('my reason');
process.on('exit', () => assert.deepStrictEqual(events, ['error', 'exit']));
