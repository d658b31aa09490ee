'use strict';
// The death of a child ends its channel: 'disconnect', 'exit' and 'close' all come.
const assert = require('node:assert');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  process.on('message', () => {});
  process.send('up');
} else {
  const events = new Set();
  const child = fork(__filename, ['child']);
  child.once('message', () => child.kill('SIGKILL'));
  child.on('disconnect', () => events.add('disconnect'));
  child.on('exit', (code, signal) => events.add(`exit ${signal}`));
  child.on('close', () => events.add('close'));
  process.on('exit', () => {
    assert.deepStrictEqual([...events].sort(), ['close', 'disconnect', 'exit SIGKILL']);
  });
}
