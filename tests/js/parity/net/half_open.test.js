'use strict';
// With allowHalfOpen the other side may go on after 'end'.
const assert = require('node:assert');
const net = require('node:net');

const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  socket.resume();
  socket.on('end', () => setImmediate(() => socket.end('late')));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect({ port: server.address().port, host: '127.0.0.1' });
  let text = '';
  client.setEncoding('utf8');
  client.on('data', (chunk) => { text += chunk; });
  client.on('close', () => {
    assert.strictEqual(text, 'late');
    server.close();
  });
  client.end();
});
