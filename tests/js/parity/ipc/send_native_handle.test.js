'use strict';
// A raw handle arrives as a raw handle.
const assert = require('node:assert');
const net = require('node:net');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  process.once('message', (message, handle) => {
    assert.strictEqual(handle.constructor.name, 'TCP');
    const socket = new net.Socket({ handle });
    socket.end('through a raw handle');
    socket.on('close', () => process.disconnect());
    socket.resume();
  });
} else {
  let text = '';
  const child = fork(__filename, ['child']);
  const server = net.createServer({ pauseOnConnect: true }, (socket) => {
    child.send('handle', socket._handle, () => socket.destroy());
    server.close();
  });
  server.listen(0, '127.0.0.1', () => {
    const client = net.connect(server.address().port, '127.0.0.1');
    client.on('data', (chunk) => { text += chunk; });
    client.on('end', () => client.end());
  });
  process.on('exit', () => assert.strictEqual(text, 'through a raw handle'));
}
