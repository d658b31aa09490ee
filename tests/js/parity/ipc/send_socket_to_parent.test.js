'use strict';
// Handles travel from the child to the parent, too, in order with other messages.
const assert = require('node:assert');
const net = require('node:net');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  const server = net.createServer((socket) => {
    process.send('before');
    process.send('socket', socket);
    process.send('after', () => {
      server.close();
      process.disconnect();
    });
  });
  server.listen(0, '127.0.0.1', () => process.send(server.address().port));
} else {
  const messages = [];
  let text = '';
  const child = fork(__filename, ['child']);
  child.on('message', (message, socket) => {
    messages.push(typeof message === 'number' ? 'port' : message);
    if (typeof message === 'number') {
      net.connect(message, '127.0.0.1').on('data', (chunk) => { text += chunk; });
    } else if (message === 'socket') {
      socket.end('from the parent');
    }
  });
  process.on('exit', () => {
    assert.deepStrictEqual(messages, ['port', 'before', 'socket', 'after']);
    assert.strictEqual(text, 'from the parent');
  });
}
