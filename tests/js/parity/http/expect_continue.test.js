'use strict';
// Expect: 100-continue, answered by the server and by the program; other expectations.
const assert = require('node:assert');
const http = require('node:http');

function ask(server, expect) {
  return new Promise((resolve) => {
    const events = [];
    const req = http.request({
      port: server.address().port, method: 'POST', headers: { 'Expect': expect, 'Content-Length': 2 },
    });
    req.on('continue', () => {
      events.push('continue');
      req.end('ab');
    });
    req.on('information', ({ statusCode }) => events.push(statusCode));
    req.on('response', (res) => {
      events.push(res.statusCode);
      res.resume().on('end', () => resolve(events));
      if (!req.writableEnded) req.end('ab');
    });
    req.on('error', () => {});
    req.flushHeaders();
  });
}
const server = http.createServer((req, res) => req.resume().on('end', () => res.end('done')));
server.listen(0, async () => {
  assert.deepStrictEqual(await ask(server, '100-continue'), ['continue', 100, 200]);
  assert.deepStrictEqual(await ask(server, 'magic'), [417]);
  server.on('checkContinue', (req, res) => {
    res.writeHead(403);
    res.end();
  });
  assert.deepStrictEqual(await ask(server, '100-continue'), [403]);
  server.on('checkExpectation', (req, res) => {
    res.writeHead(299);
    res.end();
  });
  assert.deepStrictEqual(await ask(server, 'magic'), [299]);
  server.close();
  server.closeAllConnections();
});
