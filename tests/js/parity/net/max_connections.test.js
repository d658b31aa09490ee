'use strict';
// A connection too many is dropped with an event.
const assert = require('node:assert');
const net = require('node:net');

let dropped;
const server = net.createServer((socket) => socket.resume());
server.maxConnections = 1;
server.on('drop', (info) => {
  dropped = info;
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  const first = net.connect(port, '127.0.0.1', () => {
    const second = net.connect(port, '127.0.0.1');
    second.on('error', () => {});
    second.on('close', () => {
      assert.strictEqual(dropped.localPort, port);
      assert.strictEqual(dropped.remoteFamily, 'IPv4');
      server.getConnections((error, count) => {
        assert.strictEqual(count, 1);
        first.destroy();
        server.close();
      });
    });
    second.resume();
  });
});
