'use strict';
// A connection passed to a child is the child's: it answers, and the parent's socket has no handle.
const assert = require('node:assert');
const net = require('node:net');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  process.once('message', (message, socket) => {
    assert.strictEqual(message, 'socket');
    assert.ok(socket instanceof net.Socket);
    socket.end('from the child');
    socket.on('close', () => process.disconnect());
    socket.resume();
  });
} else {
  let text = '';
  const child = fork(__filename, ['child']);
  const server = net.createServer({ pauseOnConnect: true }, (socket) => {
    child.send('socket', socket);
    assert.strictEqual(socket._handle, null);
    server.close();
  });
  server.listen(0, '127.0.0.1', () => {
    const client = net.connect(server.address().port, '127.0.0.1');
    client.on('data', (chunk) => { text += chunk; });
    client.on('end', () => client.end());
  });
  process.on('exit', () => assert.strictEqual(text, 'from the child'));
}
