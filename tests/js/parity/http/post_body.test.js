'use strict';
// Bodies of requests: with a length, chunked, large, never read.
const assert = require('node:assert');
const http = require('node:http');

const server = http.createServer((req, res) => {
  if (req.url === '/ignore') return res.end('ignored');
  const parts = [];
  req.on('data', (chunk) => parts.push(chunk));
  req.on('end', () => {
    assert.strictEqual(req.complete, true);
    res.end(Buffer.concat(parts));
  });
});
function post(path, ...chunks) {
  return new Promise((resolve) => {
    const req = http.request({ port: server.address().port, path, method: 'POST' }, (res) => {
      const parts = [];
      res.on('data', (chunk) => parts.push(chunk));
      res.on('end', () => resolve(Buffer.concat(parts)));
    });
    const last = chunks.pop();
    for (const chunk of chunks) req.write(chunk);
    req.end(last);
  });
}
server.listen(0, async () => {
  assert.strictEqual(String(await post('/', 'one')), 'one');
  assert.strictEqual(String(await post('/', 'one', 'two', 'three')), 'onetwothree');
  const large = Buffer.alloc(3_000_000, 'abcdefg');
  assert.ok((await post('/', large)).equals(large));
  assert.ok((await post('/', large.subarray(0, 1_000_000), large.subarray(1_000_000))).equals(large));
  assert.strictEqual(String(await post('/ignore', large)), 'ignored');
  assert.strictEqual(String(await post('/', '')), '');
  server.close();
});
