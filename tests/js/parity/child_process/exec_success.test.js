'use strict';
const assert = require('node:assert');
const { exec } = require('node:child_process');

let calls = 0;
const child = exec('echo out; echo err >&2', (err, stdout, stderr) => {
  calls++;
  assert.strictEqual(err, null);
  assert.strictEqual(stdout, 'out\n');
  assert.strictEqual(stderr, 'err\n');
});
assert.strictEqual(typeof child.pid, 'number');
process.on('exit', () => assert.strictEqual(calls, 1));
