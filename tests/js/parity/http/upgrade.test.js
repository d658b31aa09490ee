'use strict';
// After an upgrade the socket belongs to the listener.
const assert = require('node:assert');
const http = require('node:http');
const net = require('node:net');

const server = http.createServer((req, res) => res.end('plain'));
server.on('upgrade', (req, socket, head) => {
  assert.strictEqual(req.headers.upgrade, 'echo');
  assert.strictEqual(String(head), 'first');
  assert.ok(socket instanceof net.Socket);
  socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n');
  socket.write(head);
  socket.on('data', (chunk) => socket.write(chunk));
  socket.on('end', () => socket.end());
});
server.listen(0, () => {
  const { port } = server.address();
  const client = net.connect(port);
  let text = '';
  client.on('data', (chunk) => {
    text += chunk;
    if (text.endsWith('first')) client.end('second');
  });
  client.on('close', () => {
    assert.ok(text.endsWith('\r\n\r\nfirstsecond'));
    viaClient(port);
  });
  client.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\nfirst');
});
function viaClient(port) {
  server.removeAllListeners('upgrade');
  server.on('upgrade', (req, socket) => {
    socket.end('HTTP/1.1 101 X\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\nhead');
  });
  const req = http.request({ port, headers: { Connection: 'Upgrade', Upgrade: 'echo' } });
  req.on('upgrade', (res, socket, head) => {
    assert.strictEqual(res.statusCode, 101);
    assert.strictEqual(String(head), 'head');
    socket.on('close', () => server.close());
    socket.resume();
    socket.end();
  });
  req.end();
}
