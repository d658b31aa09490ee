'use strict';
// A worker that has its maxConnections is passed over.
const assert = require('node:assert');
const cluster = require('node:cluster');
const net = require('node:net');

if (cluster.isWorker) {
  const server = net.createServer((socket) => socket.write(`${cluster.worker.id}`));
  server.maxConnections = cluster.worker.id === 1 ? 1 : 100;
  server.listen(0, '127.0.0.1');
} else {
  const answers = [];
  let ready = 0;
  const connect = (port, clients) => {
    const client = net.connect(port, '127.0.0.1');
    clients.push(client);
    client.once('data', (chunk) => {
      answers.push(`${chunk}`);
      if (clients.length < 5) return connect(port, clients);
      for (const c of clients) c.destroy();
      for (const worker of Object.values(cluster.workers)) worker.kill();
    });
  };
  cluster.on('listening', (worker, { port }) => ++ready === 2 && connect(port, []));
  cluster.fork();
  cluster.fork();
  process.on('exit', () => assert.deepStrictEqual(answers.sort(), ['1', '2', '2', '2', '2']));
}
