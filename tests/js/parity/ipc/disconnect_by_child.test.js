'use strict';
const assert = require('node:assert');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  process.send('first');
  process.disconnect();
  assert.strictEqual(process.connected, false);
} else {
  const events = [];
  const child = fork(__filename, ['child']);
  child.on('message', (message) => events.push(message));
  child.on('disconnect', () => {
    events.push('disconnect');
    assert.strictEqual(child.connected, false);
  });
  child.on('exit', (code) => assert.strictEqual(code, 0));
  process.on('exit', () => assert.deepStrictEqual(events, ['first', 'disconnect']));
}
