'use strict';
// A server counts the connections that it gave to children, and closes after them.
const assert = require('node:assert');
const net = require('node:net');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  process.on('message', (message, socket) => {
    if (message !== 'socket') return;
    socket.resume();
    process.send('taken');
    socket.on('end', () => socket.end());
    socket.on('close', () => process.disconnect());
  });
} else {
  const events = [];
  const child = fork(__filename, ['child']);
  let client;
  const server = net.createServer((socket) => child.send('socket', socket));
  child.on('message', () => {
    server.getConnections((err, count) => {
      assert.ifError(err);
      events.push(`count ${count}`);
      server.close(() => events.push('closed'));
      client.end();
    });
  });
  server.listen(0, '127.0.0.1', () => {
    client = net.connect(server.address().port, '127.0.0.1');
    client.resume();
    client.on('close', () => events.push('client closed'));
  });
  process.on('exit', () => {
    assert.strictEqual(events[0], 'count 1');
    assert.deepStrictEqual(events.slice(1).sort(), ['client closed', 'closed']);
  });
}
