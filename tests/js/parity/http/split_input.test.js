'use strict';
// A request may arrive cut at every place.
const assert = require('node:assert');
const http = require('node:http');
const net = require('node:net');

const message = 'POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nT: u\r\n\r\n';
let served = 0;
const server = http.createServer((req, res) => {
  let text = '';
  req.on('data', (chunk) => { text += chunk; });
  req.on('end', () => {
    assert.deepStrictEqual([req.url, req.headers.host, text, req.trailers.t], ['/x', 'a', 'abc', 'u']);
    served++;
    res.end('x');
  });
});
server.listen(0, async () => {
  const client = net.connect(server.address().port).setNoDelay(true);
  for (let cut = 1; cut < message.length; cut++) {
    const answered = new Promise((resolve) => client.once('data', resolve));
    client.write(message.slice(0, cut));
    await new Promise((resolve) => setImmediate(resolve));
    client.write(message.slice(cut));
    await answered;
  }
  client.end();
  server.close();
});
process.on('exit', () => assert.strictEqual(served, message.length - 1));
