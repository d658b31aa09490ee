'use strict';
// SCHED_NONE: the workers accept by themselves.
const assert = require('node:assert');
const cluster = require('node:cluster');
const net = require('node:net');

cluster.schedulingPolicy = cluster.SCHED_NONE;
if (cluster.isWorker) {
  net.createServer((socket) => socket.end('served')).listen(0, '127.0.0.1');
} else {
  let served = 0;
  let ready = 0;
  let port;
  cluster.on('listening', (worker, address) => {
    port ??= address.port;
    assert.strictEqual(address.port, port);
    if (++ready < 2) return;
    for (let i = 0; i < 6; i++) {
      const client = net.connect(port, '127.0.0.1');
      client.resume();
      client.on('close', () => ++served === 6 && cluster.disconnect());
    }
  });
  cluster.fork();
  cluster.fork();
  process.on('exit', () => assert.strictEqual(served, 6));
}
