'use strict';
// Connections handed to a worker that is blocked, then killed, are served by the others.
const assert = require('node:assert');
const cluster = require('node:cluster');
const net = require('node:net');

const clients = 20;
if (cluster.isWorker) {
  const server = net.createServer((socket) => socket.end(`${cluster.worker.id}`));
  server.listen(0, '127.0.0.1');
  process.once('message', () => {
    process.send('blocked', () => { for (;;); });
  });
} else {
  const answers = [];
  let ready = 0;
  let port;
  const blocked = cluster.fork();
  const other = cluster.fork();
  cluster.on('listening', (worker, address) => {
    port = address.port;
    if (++ready === 2) blocked.send('block');
  });
  blocked.once('message', () => {
    for (let i = 0; i < clients; i++) {
      const client = net.connect(port, '127.0.0.1');
      client.on('data', (chunk) => answers.push(`${chunk}`));
      client.on('close', () => {
        if (answers.length === clients) other.disconnect();
        // All but the one that the blocked worker holds have been answered.
        else if (answers.length === clients - 1) blocked.process.kill('SIGKILL');
      });
    }
  });
  process.on('exit', () => assert.deepStrictEqual(answers, new Array(clients).fill('2')));
}
