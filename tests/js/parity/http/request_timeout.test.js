'use strict';
// Requests that do not come whole in time are answered with 408.
const assert = require('node:assert');
const http = require('node:http');
const net = require('node:net');

const server = http.createServer({
  headersTimeout: 50, requestTimeout: 100, connectionsCheckingInterval: 20,
}, (req) => req.on('error', () => {}).resume());
const parts = ['', 'GET / HTT', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\na'];
let left = parts.length;
server.listen(0, () => {
  for (const part of parts) {
    const client = net.connect(server.address().port, () => client.write(part));
    let text = '';
    client.on('data', (chunk) => { text += chunk; });
    client.on('error', () => {});
    client.on('close', () => {
      assert.strictEqual(text, 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
      if (--left === 0) server.close();
    });
  }
});
