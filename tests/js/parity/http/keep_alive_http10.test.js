'use strict';
// HTTP/1.0: no chunks, and the connection ends with the response.
const assert = require('node:assert');
const http = require('node:http');
const net = require('node:net');

const server = http.createServer((req, res) => {
  res.write('a');
  res.end('b');
});
server.listen(0, () => {
  const client = net.connect(server.address().port);
  let text = '';
  client.on('data', (chunk) => { text += chunk; });
  client.on('close', () => {
    assert.ok(text.endsWith('\r\n\r\nab'));
    assert.match(text, /Connection: close\r\n/);
    assert.doesNotMatch(text, /Transfer-Encoding/);
    server.close();
  });
  client.write('GET / HTTP/1.0\r\n\r\n');
});
