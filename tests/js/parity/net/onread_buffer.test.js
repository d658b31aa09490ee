'use strict';
// The option onread: input goes into the given buffer.
const assert = require('node:assert');
const net = require('node:net');

const buffer = Buffer.alloc(8);
let text = '';
const server = net.createServer((socket) => socket.end('0123456789abcdef!')).listen(0, () => {
  const client = net.connect({
    port: server.address().port,
    onread: {
      buffer,
      callback(size, same) {
        assert.strictEqual(same, buffer);
        text += same.toString('latin1', 0, size);
        return true;
      },
    },
  });
  client.on('data', () => assert.fail('no data events'));
  client.on('close', () => {
    assert.strictEqual(text, '0123456789abcdef!');
    server.close();
  });
  client.on('end', () => {});
});
