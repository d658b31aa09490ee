'use strict';
// 1xx responses before the real one.
const assert = require('node:assert');
const http = require('node:http');

const server = http.createServer((req, res) => {
  res.writeEarlyHints({ link: '</a.css>; rel=preload', 'x-id': '7' });
  res.writeProcessing();
  res.end('x');
  assert.throws(() => res.writeEarlyHints({ link: '</a>; rel=x' }), { code: 'ERR_HTTP_HEADERS_SENT' });
});
server.listen(0, () => {
  const seen = [];
  const req = http.get({ port: server.address().port }, (res) => {
    assert.deepStrictEqual(seen, [103, 102]);
    assert.strictEqual(res.statusCode, 200);
    res.resume();
    server.close();
  });
  req.on('information', (info) => {
    seen.push(info.statusCode);
    if (info.statusCode === 103) {
      assert.strictEqual(info.headers.link, '</a.css>; rel=preload');
      assert.strictEqual(info.headers['x-id'], '7');
    }
  });
});
