'use strict';
// resetAndDestroy() is seen as ECONNRESET by the peer.
const assert = require('node:assert');
const net = require('node:net');

const server = net.createServer((socket) => {
  socket.on('error', (error) => {
    assert.strictEqual(error.code, 'ECONNRESET');
    assert.strictEqual(error.message, 'read ECONNRESET');
    server.close();
  });
  socket.write('x');
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  client.once('data', () => client.resetAndDestroy());
});
