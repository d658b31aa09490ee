'use strict';
// 'timeout' comes after silence and does not close the socket.
const assert = require('node:assert');
const net = require('node:net');

const server = net.createServer((socket) => socket.resume());
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  assert.strictEqual(client.setTimeout(30), client);
  assert.strictEqual(client.timeout, 30);
  assert.throws(() => client.setTimeout('x'), { code: 'ERR_INVALID_ARG_TYPE' });
  client.on('timeout', () => {
    assert.strictEqual(client.destroyed, false);
    client.setTimeout(0);
    client.destroy();
    server.close();
  });
});
