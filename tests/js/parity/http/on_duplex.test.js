'use strict';
// A server speaks HTTP on any Duplex that is given to it.
const assert = require('node:assert');
const http = require('node:http');
const { duplexPair } = require('node:stream');

const server = http.createServer((req, res) => {
  let text = '';
  req.on('data', (chunk) => { text += chunk; });
  req.on('end', () => res.end(`got ${text}`));
});
const [ours, theirs] = duplexPair();
server.emit('connection', theirs);
const req = http.request({ createConnection: () => ours, method: 'POST' }, (res) => {
  let text = '';
  res.on('data', (chunk) => { text += chunk; });
  res.on('end', () => assert.strictEqual(text, 'got body'));
});
req.end('body');
process.on('exit', () => assert.strictEqual(req.res.complete, true));
