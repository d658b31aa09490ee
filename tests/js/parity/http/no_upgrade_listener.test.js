'use strict';
// Without a listener an upgrade request is an ordinary one.
const assert = require('node:assert');
const http = require('node:http');
const net = require('node:net');

const server = http.createServer((req, res) => {
  assert.strictEqual(req.upgrade, false);
  res.end(req.url);
});
server.listen(0, () => {
  const client = net.connect(server.address().port);
  let text = '';
  const request = (url) => `GET ${url} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n`;
  client.on('data', (chunk) => {
    text += chunk;
    if (text.endsWith('/1')) client.write(request('/2'));
    else if (text.endsWith('/2')) client.end();
  });
  client.on('close', () => server.close());
  client.write(request('/1'));
});
