'use strict';
// The error of a command that failed: message with stderr, code, killed, signal, cmd.
const assert = require('node:assert');
const { exec } = require('node:child_process');

let calls = 0;
exec('echo out; echo err >&2; exit 3', (err, stdout, stderr) => {
  calls++;
  assert.strictEqual(err.message, 'Command failed: echo out; echo err >&2; exit 3\nerr\n');
  assert.deepStrictEqual(Object.keys(err), ['code', 'killed', 'signal', 'cmd']);
  assert.strictEqual(err.code, 3);
  assert.strictEqual(err.killed, false);
  assert.strictEqual(err.signal, null);
  assert.strictEqual(err.cmd, 'echo out; echo err >&2; exit 3');
  assert.strictEqual(stdout, 'out\n');
  assert.strictEqual(stderr, 'err\n');
});
process.on('exit', () => assert.strictEqual(calls, 1));
