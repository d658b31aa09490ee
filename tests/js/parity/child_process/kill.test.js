'use strict';
// kill() says whether a signal was delivered; a signal's death has no exit code.
const assert = require('node:assert');
const { spawn } = require('node:child_process');

const child = spawn('cat');
assert.strictEqual(child.killed, false);
assert.throws(() => child.kill('SIGFOO'), { code: 'ERR_UNKNOWN_SIGNAL', name: 'TypeError' });
assert.strictEqual(child.kill(), true);
assert.strictEqual(child.killed, true);
let exited = false;
child.on('exit', (code, signal) => {
  exited = true;
  assert.strictEqual(code, null);
  assert.strictEqual(signal, 'SIGTERM');
  assert.strictEqual(child.exitCode, null);
  assert.strictEqual(child.signalCode, 'SIGTERM');
  assert.strictEqual(child.kill(), false);
});
process.on('exit', () => assert.ok(exited));
