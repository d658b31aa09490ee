'use strict';
// 'clientError' gives the program the socket and the error.
const assert = require('node:assert');
const http = require('node:http');
const net = require('node:net');

const server = http.createServer();
server.on('clientError', (error, socket) => {
  assert.strictEqual(error.code, 'HPE_INVALID_METHOD');
  assert.match(error.message, /^Parse Error: /);
  assert.strictEqual(error.bytesParsed, 1);
  assert.strictEqual(String(error.rawPacket), 'BAD\r\n\r\n');
  assert.ok(socket instanceof net.Socket);
  socket.end('HTTP/1.1 418 Tea\r\n\r\n');
});
server.listen(0, () => {
  const client = net.connect(server.address().port);
  let text = '';
  client.on('data', (chunk) => { text += chunk; });
  client.on('close', () => {
    assert.strictEqual(text, 'HTTP/1.1 418 Tea\r\n\r\n');
    server.close();
  });
  client.write('BAD\r\n\r\n');
});
