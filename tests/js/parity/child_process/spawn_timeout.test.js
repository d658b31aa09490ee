'use strict';
const assert = require('node:assert');
const { spawn } = require('node:child_process');

let ended;
const child = spawn('cat', { timeout: 20, killSignal: 'SIGKILL' });
child.on('exit', (code, signal) => { ended = [code, signal]; });
process.on('exit', () => {
  assert.deepStrictEqual(ended, [null, 'SIGKILL']);
  assert.strictEqual(child.killed, true);
});
