'use strict';
// process.exit() in a child with a listener: the parent sees the end of the channel and the code.
const assert = require('node:assert');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  process.on('message', () => process.exit(5));
} else {
  let exit;
  let disconnected = false;
  const child = fork(__filename, ['child']);
  child.send('go');
  child.on('exit', (code) => { exit = code; });
  child.on('disconnect', () => { disconnected = true; });
  process.on('exit', () => {
    assert.strictEqual(exit, 5);
    assert.strictEqual(disconnected, true);
  });
}
