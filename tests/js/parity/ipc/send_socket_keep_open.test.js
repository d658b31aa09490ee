'use strict';
const assert = require('node:assert');
const net = require('node:net');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  process.once('message', (message, socket) => {
    socket.write('child ', () => {
      process.send('written');
      process.once('message', () => {
        socket.destroy();
        process.disconnect();
      });
    });
  });
} else {
  let text = '';
  const child = fork(__filename, ['child']);
  const server = net.createServer((socket) => {
    child.send('socket', socket, { keepOpen: true });
    assert.notStrictEqual(socket._handle, null);
    child.once('message', () => {
      socket.end('parent');
      child.send('end');
      server.close();
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const client = net.connect(server.address().port, '127.0.0.1');
    client.on('data', (chunk) => { text += chunk; });
  });
  process.on('exit', () => assert.strictEqual(text, 'child parent'));
}
