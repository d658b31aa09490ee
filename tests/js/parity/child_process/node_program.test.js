'use strict';
// process.execPath runs scripts as a child; arguments and exit code pass.
const assert = require('node:assert');
const { execFile } = require('node:child_process');

let calls = 0;
const code = 'console.log(process.argv[1], 6 * 7); process.exitCode = 5';
execFile(process.execPath, ['-e', code, 'arg'], (err, stdout) => {
  calls++;
  assert.strictEqual(err.code, 5);
  assert.strictEqual(stdout, 'arg 42\n');
});
process.on('exit', () => assert.strictEqual(calls, 1));
