'use strict';
// A response that is cut off.
const assert = require('node:assert');
const http = require('node:http');
const net = require('node:net');

const events = [];
const server = net.createServer((socket) => socket.once('data', () =>
  socket.end('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf')));
server.listen(0, () => {
  http.get({ port: server.address().port }, (res) => {
    res.on('data', (chunk) => events.push(String(chunk)));
    res.on('aborted', () => events.push('aborted'));
    res.on('error', (error) => events.push(error.message));
    res.on('close', () => {
      assert.strictEqual(res.complete, false);
      assert.deepStrictEqual(events, ['half', 'aborted', 'aborted']);
      server.close();
    });
    res.on('end', () => assert.fail('not complete'));
  });
});
