'use strict';
// Two servers share a port with reusePort.
const assert = require('node:assert');
const net = require('node:net');

const first = net.createServer().listen({ port: 0, host: '127.0.0.1', reusePort: true }, () => {
  const { port } = first.address();
  const second = net.createServer().listen({ port, host: '127.0.0.1', reusePort: true }, () => {
    assert.strictEqual(second.address().port, port);
    first.close();
    second.close();
  });
});
