'use strict';
// Output beyond maxBuffer is cut there and the child is killed.
const assert = require('node:assert');
const { execFile } = require('node:child_process');

let calls = 0;
execFile('sh', ['-c', 'echo 123456789; exec sleep 30'], { maxBuffer: 4 }, (err, stdout) => {
  calls++;
  assert.strictEqual(err.code, 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER');
  assert.strictEqual(err.message, 'stdout maxBuffer length exceeded');
  assert.ok(err instanceof RangeError);
  assert.strictEqual(stdout, '1234');
});
process.on('exit', () => assert.strictEqual(calls, 1));
