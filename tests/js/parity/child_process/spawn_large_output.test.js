'use strict';
// A child's output of many pipe buffers arrives whole before 'close'.
const assert = require('node:assert');
const { spawn } = require('node:child_process');

const size = 5 * 1024 * 1024;
const child = spawn('head', ['-c', String(size), '/dev/zero']);
let length = 0;
child.stdout.on('data', (chunk) => { length += chunk.length; });
let closed = false;
child.on('close', () => {
  closed = true;
  assert.strictEqual(length, size);
});
process.on('exit', () => assert.ok(closed));
