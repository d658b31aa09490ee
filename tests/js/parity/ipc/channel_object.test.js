'use strict';
const assert = require('node:assert');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  // Not referenced: a child with nothing to do ends although its parent keeps the channel open.
  assert.strictEqual(typeof process.channel.ref, 'function');
  assert.strictEqual(typeof process.channel.unref, 'function');
} else {
  const child = fork(__filename, ['child']);
  const keys = Object.keys(child);
  assert.deepStrictEqual(keys.slice(keys.indexOf('stdio') + 1), [
    'channel', '_handleQueue', '_pendingMessage', 'send', '_send', 'disconnect', '_disconnect',
  ]);
  assert.strictEqual(typeof child.channel.fd, 'number');
  let code;
  child.on('exit', (c) => { code = c; });
  process.on('exit', () => assert.strictEqual(code, 0));
}
