'use strict';
// Requests and responses are streams: a large body is piped back with backpressure.
const assert = require('node:assert');
const http = require('node:http');
const { Readable } = require('node:stream');
const { pipeline } = require('node:stream/promises');

const kSize = 8 * 1024 * 1024;
function* pieces() {
  for (let i = 0; i < kSize / 65536; i++) yield Buffer.alloc(65536, i);
}
const server = http.createServer((req, res) => pipeline(req, res));
server.listen(0, () => {
  const req = http.request({ port: server.address().port, method: 'POST' }, (res) => {
    let size = 0;
    res.on('data', (chunk) => {
      assert.strictEqual(chunk[0], Math.floor(size / 65536) % 256);
      size += chunk.length;
    });
    res.on('end', () => {
      assert.strictEqual(size, kSize);
      server.close();
    });
  });
  Readable.from(pieces()).pipe(req);
});
