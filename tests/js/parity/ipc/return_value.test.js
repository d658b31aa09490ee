'use strict';
// send() answers false when much waits to be written.
const assert = require('node:assert');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  process.on('message', (message) => message === 'end' && process.disconnect());
} else {
  const child = fork(__filename, ['child']);
  assert.strictEqual(child.send('small'), true);
  assert.strictEqual(child.send('x'.repeat(4 * 1024 * 1024)), false);
  child.send('end');
}
