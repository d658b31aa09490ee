'use strict';
// destroy() and signals end requests.
const assert = require('node:assert');
const http = require('node:http');

const events = [];
const server = http.createServer((req, res) => {
  req.on('close', () => events.push('req close'));
  res.on('close', () => {
    events.push('res close');
    assert.strictEqual(res.writableFinished, false);
    if (events.filter((e) => e === 'res close').length === 2) server.close();
  });
  server.emit('arrived');
});
server.listen(0, () => {
  const { port } = server.address();
  const first = http.get({ port });
  first.on('error', (error) => {
    assert.strictEqual(error.code, 'ECONNRESET');
    const controller = new AbortController();
    const second = http.get({ port, signal: controller.signal });
    second.on('error', (e) => assert.strictEqual(e.name, 'AbortError'));
    server.once('arrived', () => controller.abort());
  });
  server.once('arrived', () => first.destroy());
});
