'use strict';
// A worker can watch its connections arrive as internal messages; forged ones do no harm.
const assert = require('node:assert');
const cluster = require('node:cluster');
const net = require('node:net');

if (cluster.isWorker) {
  process.on('internalMessage', (message, handle) => {
    if (message.act === 'newconn') process.send([message.cmd, typeof handle.readStart]);
  });
  process.send({ cmd: 'NODE_CLUSTER', ack: -1 });
  net.createServer((socket) => socket.end()).listen(0, '127.0.0.1');
} else {
  const seen = [];
  const worker = cluster.fork();
  worker.on('message', (message) => seen.push(message));
  worker.on('listening', ({ port }) => {
    net.connect(port, '127.0.0.1').resume().on('close', () => worker.disconnect());
  });
  process.on('exit', () => assert.deepStrictEqual(seen, [['NODE_CLUSTER', 'function']]));
}
