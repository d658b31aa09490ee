'use strict';
// A draining net server waits for its connections until the deadline, then destroys them.
const assert = require('node:assert');
const net = require('node:net');

let closed = false;
const server = net.createServer((socket) => {
  socket.on('error', () => {});
  server[Symbol.for('drover.drain')]({ quietMs: 1, deadlineMs: 50 }).then(() => {
    assert.strictEqual(server.listening, false);
    closed = true;
  });
});
server.listen(0, () => net.connect(server.address().port).resume());
process.on('exit', () => assert.strictEqual(closed, true));
