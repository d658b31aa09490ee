'use strict';
// Signals end servers and sockets.
const assert = require('node:assert');
const net = require('node:net');

const controller = new AbortController();
const server = net.createServer();
server.on('close', () => assert.strictEqual(server.listening, false));
server.listen({ port: 0, signal: controller.signal }, () => {
  const { port } = server.address();
  const own = new AbortController();
  const client = net.connect({ port, signal: own.signal });
  client.on('connect', () => own.abort());
  client.on('error', (error) => assert.strictEqual(error.name, 'AbortError'));
  client.on('close', () => controller.abort());
});
