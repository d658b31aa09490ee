'use strict';
// An answer that is not HTTP.
const assert = require('node:assert');
const http = require('node:http');
const net = require('node:net');

const server = net.createServer((socket) => socket.once('data', () => socket.end('bad\r\n\r\n')));
server.listen(0, () => {
  const req = http.get({ port: server.address().port });
  req.on('error', (error) => {
    assert.strictEqual(error.code, 'HPE_INVALID_CONSTANT');
    assert.match(error.message, /^Parse Error: /);
    server.close();
  });
});
