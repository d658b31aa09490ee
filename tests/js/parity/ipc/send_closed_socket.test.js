'use strict';
// A socket without a handle: the message goes alone.
const assert = require('node:assert');
const net = require('node:net');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  process.once('message', (message, handle) => process.send([message, handle === undefined]));
} else {
  let answer;
  const child = fork(__filename, ['child']);
  child.send('alone', new net.Socket());
  child.on('message', (message) => { answer = message; });
  process.on('exit', () => assert.deepStrictEqual(answer, ['alone', true]));
}
