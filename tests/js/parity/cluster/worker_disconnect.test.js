'use strict';
// worker.disconnect() in the worker: servers are closed first, and the primary learns that it was
// wished.
const assert = require('node:assert');
const cluster = require('node:cluster');
const net = require('node:net');

if (cluster.isWorker) {
  const server = net.createServer().listen(0, '127.0.0.1', () => {
    server.on('close', () => process.send('server closed'));
    assert.strictEqual(cluster.worker.disconnect(), cluster.worker);
    assert.strictEqual(cluster.worker.exitedAfterDisconnect, true);
  });
} else {
  const events = [];
  const worker = cluster.fork();
  worker.on('message', (message) => events.push(message));
  worker.on('disconnect', () => events.push(worker.exitedAfterDisconnect));
  worker.on('exit', (code) => events.push(code));
  process.on('exit', () => assert.deepStrictEqual(events, ['server closed', true, 0]));
}
