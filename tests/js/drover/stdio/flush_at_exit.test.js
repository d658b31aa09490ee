'use strict';
// What was written to a pipe before process.exit() arrives, however slow its reader is.
const assert = require('node:assert');
const { spawn } = require('node:child_process');

const kBytes = 1_000_000;
const code = `process.stdout.write('x'.repeat(${kBytes})); process.exit(3);`;
const child = spawn(process.execPath, ['-e', code]);
let size = 0;
child.stdout.on('data', (chunk) => { size += chunk.length; });
child.on('close', (status) => {
  assert.strictEqual(status, 3);
  assert.strictEqual(size, kBytes);
});
