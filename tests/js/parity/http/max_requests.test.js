'use strict';
// maxRequestsPerSocket: the last one says so, later ones are dropped.
const assert = require('node:assert');
const http = require('node:http');
const net = require('node:net');

let dropped = 0;
const server = http.createServer((req, res) => res.end('x'));
server.maxRequestsPerSocket = 2;
server.on('dropRequest', () => dropped++);
server.listen(0, () => {
  const client = net.connect(server.address().port);
  let text = '';
  client.on('data', (chunk) => {
    text += chunk;
    if (text.includes('503')) client.end();
  });
  client.on('close', () => {
    assert.strictEqual(dropped, 1);
    assert.deepStrictEqual(text.match(/HTTP\/1.1 \d+/g), ['HTTP/1.1 200', 'HTTP/1.1 200', 'HTTP/1.1 503']);
    assert.match(text, /Keep-Alive: timeout=5, max=2/);
    assert.match(text, /Connection: close/);
    server.close();
  });
  client.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(3));
});
