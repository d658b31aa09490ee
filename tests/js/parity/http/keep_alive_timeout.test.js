'use strict';
// An idle connection is closed by the server, after the time it told.
const assert = require('node:assert');
const http = require('node:http');
const net = require('node:net');

const server = http.createServer({ keepAliveTimeout: 50, keepAliveTimeoutBuffer: 0 },
                                 (req, res) => res.end('x'));
server.listen(0, () => {
  const client = net.connect(server.address().port);
  let text = '';
  client.on('data', (chunk) => { text += chunk; });
  client.on('close', () => {
    assert.match(text, /Keep-Alive: timeout=0\r\n/);
    server.close();
  });
  client.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
});
