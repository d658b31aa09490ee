'use strict';
// worker.send() passes handles, as child.send() does.
const assert = require('node:assert');
const cluster = require('node:cluster');
const net = require('node:net');

if (cluster.isWorker) {
  process.on('message', (message, socket) => socket.end(`worker ${cluster.worker.id}`));
} else {
  let text = '';
  const worker = cluster.fork();
  const server = net.createServer({ pauseOnConnect: true }, (socket) => {
    worker.send('socket', socket);
  });
  server.listen(0, '127.0.0.1', () => {
    const client = net.connect(server.address().port, '127.0.0.1');
    client.on('data', (chunk) => { text += chunk; });
    client.on('close', () => {
      server.close();
      worker.disconnect();
    });
  });
  process.on('exit', () => assert.strictEqual(text, 'worker 1'));
}
