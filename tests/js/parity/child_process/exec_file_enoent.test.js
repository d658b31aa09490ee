'use strict';
const assert = require('node:assert');
const { execFile } = require('node:child_process');

let calls = 0;
execFile('no-such-program-anywhere', ['a'], (err, stdout, stderr) => {
  calls++;
  assert.strictEqual(err.code, 'ENOENT');
  assert.strictEqual(err.cmd, 'no-such-program-anywhere a');
  assert.strictEqual(stdout, '');
  assert.strictEqual(stderr, '');
});
process.on('exit', () => assert.strictEqual(calls, 1));
