'use strict';
// A name with several addresses: whichever answers is taken.
const assert = require('node:assert');
const net = require('node:net');

const server = net.createServer((socket) => socket.end('x')).listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  const attempts = [];
  const client = net.connect({
    port,
    host: 'example.test',
    autoSelectFamily: true,
    lookup(host, options, callback) {
      assert.strictEqual(host, 'example.test');
      assert.strictEqual(options.all, true);
      process.nextTick(callback, null, [
        { address: '::1', family: 6 }, { address: '127.0.0.1', family: 4 },
      ]);
    },
  });
  client.on('connectionAttempt', (address) => attempts.push(address));
  client.on('connect', () => {
    assert.deepStrictEqual(attempts, ['::1', '127.0.0.1']);
    assert.strictEqual(client.remoteAddress, '127.0.0.1');
  });
  client.resume();
  client.on('close', () => server.close());
});
