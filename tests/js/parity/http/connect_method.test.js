'use strict';
// CONNECT hands over the socket on both sides; without a listener the connection is closed.
const assert = require('node:assert');
const http = require('node:http');

const server = http.createServer(() => assert.fail('not a request'));
server.listen(0, () => {
  const options = { port: server.address().port, method: 'CONNECT', path: 'example.com:443' };
  const refused = http.request(options);
  refused.on('error', (error) => {
    assert.strictEqual(error.code, 'ECONNRESET');
    server.on('connect', (req, socket, head) => {
      assert.strictEqual(req.url, 'example.com:443');
      assert.strictEqual(head.length, 0);
      socket.write('HTTP/1.1 200 Connected\r\n\r\n');
      socket.on('data', (chunk) => socket.end(`got ${chunk}`));
    });
    const req = http.request(options);
    req.on('connect', (res, socket) => {
      assert.strictEqual(res.statusCode, 200);
      let text = '';
      socket.on('data', (chunk) => { text += chunk; });
      socket.on('end', () => {
        assert.strictEqual(text, 'got ping');
        socket.end();
        server.close();
      });
      socket.write('ping');
    });
    req.end();
  });
  refused.end();
});
