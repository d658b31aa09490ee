'use strict';
const assert = require('node:assert');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  process.on('message', () => {});
  process.on('disconnect', () => {
    assert.strictEqual(process.connected, false);
    assert.strictEqual(process.channel, null);
    process.exitCode = 7;
  });
} else {
  const events = [];
  const child = fork(__filename, ['child']);
  child.on('disconnect', () => events.push('disconnect'));
  child.on('exit', (code) => events.push(code));
  child.disconnect();
  assert.deepStrictEqual(events, []);
  process.on('exit', () => assert.deepStrictEqual(events, ['disconnect', 7]));
}
