'use strict';
// Writing to a socket that was ended by its owner.
const assert = require('node:assert');
const net = require('node:net');

const server = net.createServer((socket) => socket.resume());
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.end('x');
    client.write('y', (error) => assert.strictEqual(error.code, 'ERR_STREAM_WRITE_AFTER_END'));
  });
  client.on('error', (error) => {
    assert.strictEqual(error.code, 'ERR_STREAM_WRITE_AFTER_END');
    server.close();
  });
});
