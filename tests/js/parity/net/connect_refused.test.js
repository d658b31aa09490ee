'use strict';
// The error of a refused connection.
const assert = require('node:assert');
const net = require('node:net');

const probe = net.createServer().listen(0, '127.0.0.1', () => {
  const { port } = probe.address();
  probe.close(() => {
    const client = net.connect(port, '127.0.0.1');
    assert.strictEqual(client.connecting, true);
    assert.strictEqual(client.readyState, 'opening');
    client.on('error', (error) => {
      assert.strictEqual(error.message, `connect ECONNREFUSED 127.0.0.1:${port}`);
      assert.strictEqual(error.code, 'ECONNREFUSED');
      assert.strictEqual(error.syscall, 'connect');
      assert.strictEqual(error.address, '127.0.0.1');
      assert.strictEqual(error.port, port);
      client.on('close', (hadError) => assert.strictEqual(hadError, true));
    });
  });
});
