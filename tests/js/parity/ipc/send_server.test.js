'use strict';
// A listening server passed to a child: both accept on the same port.
const assert = require('node:assert');
const net = require('node:net');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  process.once('message', (message, server) => {
    assert.ok(server instanceof net.Server);
    server.on('connection', (socket) => socket.end('from the child'));
    process.send('ready');
    process.once('message', () => {
      server.close();
      process.disconnect();
    });
  });
} else {
  let text = '';
  const child = fork(__filename, ['child']);
  const server = net.createServer();
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    child.send('server', server, () => {});
    child.once('message', () => {
      server.close();
      const client = net.connect(port, '127.0.0.1');
      client.on('data', (chunk) => { text += chunk; });
      client.on('close', () => child.send('end'));
    });
  });
  process.on('exit', () => assert.strictEqual(text, 'from the child'));
}
