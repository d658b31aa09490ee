'use strict';
// What is written between cork() and uncork() goes out, in order.
const assert = require('node:assert');
const http = require('node:http');
const net = require('node:net');

const server = http.createServer((req, res) => {
  res.cork();
  res.write('ab');
  res.write(Buffer.from('cd'));
  res.uncork();
  res.end();
});
server.listen(0, () => {
  const client = net.connect(server.address().port);
  let text = '';
  client.on('data', (chunk) => {
    text += chunk;
    if (text.endsWith('0\r\n\r\n')) client.end();
  });
  client.on('close', () => {
    const body = text.slice(text.indexOf('\r\n\r\n') + 4);
    assert.strictEqual(body.replace(/[^a-z]/g, ''), 'abcd');
    server.close();
  });
  client.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
});
