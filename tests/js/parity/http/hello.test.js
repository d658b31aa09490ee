'use strict';
// One request and its response, seen from both sides.
const assert = require('node:assert');
const http = require('node:http');

const server = http.createServer((req, res) => {
  assert.strictEqual(req.method, 'GET');
  assert.strictEqual(req.url, '/path?x=1');
  assert.strictEqual(req.httpVersion, '1.1');
  assert.strictEqual(req.headers['x-mine'], 'a');
  assert.ok(req instanceof http.IncomingMessage);
  assert.ok(res instanceof http.ServerResponse);
  assert.strictEqual(res.req, req);
  assert.strictEqual(req.socket, res.socket);
  res.setHeader('X-Answer', '42');
  res.end('hello');
});
server.listen(0, () => {
  http.get({ port: server.address().port, path: '/path?x=1', headers: { 'X-Mine': 'a' } }, (res) => {
    assert.strictEqual(res.statusCode, 200);
    assert.strictEqual(res.statusMessage, 'OK');
    assert.strictEqual(res.headers['x-answer'], '42');
    assert.strictEqual(res.headers['content-length'], '5');
    assert.strictEqual(res.headers.connection, 'keep-alive');
    assert.match(res.headers.date, /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/);
    assert.deepStrictEqual(res.rawHeaders.slice(0, 2), ['X-Answer', '42']);
    let text = '';
    res.setEncoding('utf8');
    res.on('data', (chunk) => { text += chunk; });
    res.on('end', () => {
      assert.strictEqual(text, 'hello');
      assert.strictEqual(res.complete, true);
      server.close();
    });
  });
});
