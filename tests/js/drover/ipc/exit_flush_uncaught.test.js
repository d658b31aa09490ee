'use strict';
// The same where an exception ends the child.
const assert = require('node:assert');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  process.send('x'.repeat(1024 * 1024));
  throw new Error('on purpose');
} else {
  let length;
  let code;
  const child = fork(__filename, ['child'], { stdio: ['ignore', 'inherit', 'ignore', 'ipc'] });
  child.on('message', (message) => { length = message.length; });
  child.on('exit', (c) => { code = c; });
  process.on('exit', () => {
    assert.strictEqual(length, 1024 * 1024);
    assert.strictEqual(code, 1);
  });
}
