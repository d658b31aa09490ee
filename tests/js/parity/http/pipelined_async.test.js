'use strict';
// Answers to pipelined requests keep their order, whenever they are ready.
const assert = require('node:assert');
const http = require('node:http');
const net = require('node:net');

const waiting = [];
const server = http.createServer((req, res) => {
  waiting.push(() => {
    res.write(`<${req.url}`);
    res.end('>');
  });
  if (waiting.length === 4) for (const i of [2, 0, 3, 1]) waiting[i]();
});
server.listen(0, () => {
  const client = net.connect(server.address().port);
  let text = '';
  client.on('data', (chunk) => {
    text += chunk;
    if (text.includes('</4') && text.endsWith('0\r\n\r\n')) client.end();
  });
  client.on('close', () => {
    assert.deepStrictEqual(text.match(/<\/\d/g), ['</1', '</2', '</3', '</4']);
    server.close();
  });
  for (let i = 1; i <= 4; i++) client.write(`GET /${i} HTTP/1.1\r\nHost: x\r\n\r\n`);
});
