'use strict';
// write() tells when to wait, and everything arrives in order.
const assert = require('node:assert');
const net = require('node:net');

const kChunks = 64;
let received = 0;
let waited = false;
const server = net.createServer((socket) => {
  socket.pause();
  socket.on('data', (chunk) => {
    for (let i = 0; i < chunk.length; i += 4096) {
      assert.strictEqual(chunk[i], Math.floor((received + i) / 65536) % 256);
    }
    received += chunk.length;
  });
  socket.on('end', () => {
    socket.end();
    server.close();
  });
  server.emit('ready', socket);
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  server.on('ready', (socket) => {
    for (let i = 0; i < kChunks; i++) {
      if (!client.write(Buffer.alloc(65536, i))) waited = true;
    }
    client.end();
    socket.resume();
  });
  client.resume();
});
process.on('exit', () => {
  assert.strictEqual(received, kChunks * 65536);
  assert.strictEqual(waited, true);
});
