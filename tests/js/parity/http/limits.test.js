'use strict';
// Too large heads and chunk extensions have answers of their own.
const assert = require('node:assert');
const http = require('node:http');
const net = require('node:net');

const server = http.createServer((req, res) => {
  req.on('error', () => {});
  req.resume().on('end', () => res.end(`${Object.keys(req.headers).length}`));
});
function send(text) {
  return new Promise((resolve) => {
    const client = net.connect(server.address().port);
    let answer = '';
    client.on('data', (chunk) => { answer += chunk; });
    client.on('error', () => {});
    client.on('close', () => resolve(answer));
    client.write(text);
  });
}
const filler = 'x'.repeat(20000);
server.listen(0, async () => {
  assert.match(await send(`GET / HTTP/1.1\r\nHost: x\r\nA: ${filler}\r\n\r\n`), /^HTTP\/1\.1 431 /);
  assert.match(await send(`GET /${filler} HTTP/1.1\r\nHost: x\r\n\r\n`), /^HTTP\/1\.1 431 /);
  assert.match(await send('POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n' +
                          `1;${filler}\r\na\r\n0\r\n\r\n`), /^HTTP\/1\.1 413 /);
  server.maxHeadersCount = 2;
  assert.match(await send('GET / HTTP/1.1\r\nHost: x\r\nA: 1\r\nB: 2\r\n\r\n'),
               /^HTTP\/1\.1 431 /);
  assert.match(await send('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'), /\r\n\r\n2$/);
  server.close();
  assert.strictEqual(http.maxHeaderSize, 16384);
});
