'use strict';
// A server's own limit of the head.
const assert = require('node:assert');
const http = require('node:http');

const server = http.createServer({ maxHeaderSize: 1024 }, (req, res) => res.end()).listen(0, () => {
  const { port } = server.address();
  http.get({ port, headers: { A: 'x'.repeat(2000) } }, (res) => {
    assert.strictEqual(res.statusCode, 431);
    res.resume();
    server.close();
  });
});
