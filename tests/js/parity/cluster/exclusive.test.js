'use strict';
// exclusive: true binds in the worker itself; no other worker shares that port.
const assert = require('node:assert');
const cluster = require('node:cluster');
const net = require('node:net');

if (cluster.isWorker) {
  const server = net.createServer().listen({ port: 0, exclusive: true, host: '127.0.0.1' }, () => {
    process.send(server.address().port);
    server.close();
  });
} else {
  const ports = new Set();
  let listening = 0;
  cluster.on('listening', () => listening++);
  for (let i = 0; i < 2; i++) {
    cluster.fork().on('message', function(port) {
      ports.add(port);
      this.disconnect();
    });
  }
  process.on('exit', () => {
    assert.ok(ports.size >= 1);
    assert.strictEqual(listening, 0);
  });
}
