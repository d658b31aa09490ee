'use strict';
// closeAllConnections() ends busy ones too.
const assert = require('node:assert');
const http = require('node:http');

let closed = false;
const server = http.createServer((req, res) => {
  res.on('close', () => { closed = true; });
  server.close();
  server.closeAllConnections();
});
server.listen(0, () => {
  const req = http.get({ port: server.address().port });
  req.on('error', (error) => assert.strictEqual(error.code, 'ECONNRESET'));
});
process.on('exit', () => assert.strictEqual(closed, true));
