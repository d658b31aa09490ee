'use strict';
// Adding a listener keeps the child alive, removing the last one lets it go.
const assert = require('node:assert');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  const first = () => {};
  process.on('message', first);
  process.on('disconnect', first);
  process.removeListener('disconnect', first);
  process.on('message', function second(message) {
    process.removeListener('message', first);
    process.removeListener('message', second);
    process.send(`heard ${message}`);
  });
} else {
  const events = [];
  const child = fork(__filename, ['child']);
  child.send('it');
  child.on('message', (message) => events.push(message));
  child.on('exit', (code) => events.push(code));
  process.on('exit', () => assert.deepStrictEqual(events, ['heard it', 0]));
}
