'use strict';
// A worker that closes its server can listen anew on the same port; another worker keeps serving.
const assert = require('node:assert');
const cluster = require('node:cluster');
const net = require('node:net');

if (cluster.isWorker) {
  const server = net.createServer();
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => {
      const again = net.createServer((socket) => socket.end('again'));
      again.listen(port, '127.0.0.1', () => process.send(again.address().port));
    });
  });
} else {
  let text = '';
  const worker = cluster.fork();
  worker.on('message', (port) => {
    const client = net.connect(port, '127.0.0.1');
    client.on('data', (chunk) => { text += chunk; });
    client.on('close', () => worker.disconnect());
  });
  process.on('exit', () => assert.strictEqual(text, 'again'));
}
