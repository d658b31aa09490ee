'use strict';
// Messages that come before the first listener wait for it.
const assert = require('node:assert');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  // Reading stdin keeps the child alive while its messages arrive unheard.
  process.stdin.once('data', () => {
    const heard = [];
    process.on('message', (message) => {
      heard.push(message);
      if (message === 3) process.send(heard, () => process.exit());
    });
  });
} else {
  const child = fork(__filename, ['child'], { stdio: ['pipe', 'inherit', 'inherit', 'ipc'] });
  child.send(1);
  child.send(2);
  child.send(3, () => child.stdin.write('now'));
  let heard;
  child.on('message', (message) => { heard = message; });
  process.on('exit', () => assert.deepStrictEqual(heard, [1, 2, 3]));
}
