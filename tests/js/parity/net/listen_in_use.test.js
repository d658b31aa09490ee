'use strict';
// Listening on a port that is taken.
const assert = require('node:assert');
const net = require('node:net');

const first = net.createServer().listen(0, () => {
  const { port } = first.address();
  const second = net.createServer();
  second.on('error', (error) => {
    assert.strictEqual(error.code, 'EADDRINUSE');
    assert.strictEqual(error.syscall, 'listen');
    assert.strictEqual(error.message, `listen EADDRINUSE: address already in use :::${port}`);
    assert.strictEqual(error.port, port);
    assert.strictEqual(second.listening, false);
    first.close();
  });
  second.listen(port);
});
