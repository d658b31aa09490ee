'use strict';
// server.unref() works on the worker's listening handle: a worker with nothing else to do ends.
const assert = require('node:assert');
const cluster = require('node:cluster');
const net = require('node:net');

if (cluster.isWorker) {
  const server = net.createServer().listen(0, '127.0.0.1', () => {
    server.unref();
    process.disconnect();
  });
  cluster.worker.exitedAfterDisconnect = true; // or losing the channel would end it anyway
  process.on('exit', () => process.stdout.write('ended by itself'));
} else {
  let text = '';
  cluster.setupPrimary({ silent: true });
  cluster.fork().process.stdout.on('data', (chunk) => { text += chunk; });
  process.on('exit', () => assert.strictEqual(text, 'ended by itself'));
}
