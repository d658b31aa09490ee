'use strict';
// pauseOnConnect: nothing is read until resume().
const assert = require('node:assert');
const net = require('node:net');

const server = net.createServer({ pauseOnConnect: true }, (socket) => {
  assert.strictEqual(socket.isPaused(), true);
  let early = true;
  socket.on('data', (chunk) => {
    assert.strictEqual(early, false);
    assert.strictEqual(String(chunk), 'hi');
    socket.end();
    server.close();
  });
  setImmediate(() => setImmediate(() => {
    early = false;
    socket.resume();
  }));
});
server.listen(0, '127.0.0.1', () => {
  net.connect(server.address().port, '127.0.0.1').end('hi');
});
