'use strict';
// A parent that references neither the child nor its channel ends first; the child sees the end.
const assert = require('node:assert');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  process.on('disconnect', () => process.stdout.write('disconnected\n'));
  process.send('up');
} else if (process.argv[2] === 'parent') {
  const child = fork(__filename, ['child']);
  child.once('message', () => {
    child.unref();
    child.channel.unref();
  });
} else {
  const { spawn } = require('node:child_process');
  const parent = spawn(process.execPath, [__filename, 'parent'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  parent.stdout.on('data', (chunk) => { text += chunk; });
  process.on('exit', () => assert.strictEqual(text, 'disconnected\n'));
}
