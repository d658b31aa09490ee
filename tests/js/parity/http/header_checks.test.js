'use strict';
// What headers a response takes.
const assert = require('node:assert');
const http = require('node:http');

const server = http.createServer((req, res) => {
  assert.throws(() => res.setHeader('a b', 'x'), { code: 'ERR_INVALID_HTTP_TOKEN' });
  assert.throws(() => res.setHeader('', 'x'), { code: 'ERR_INVALID_HTTP_TOKEN' });
  assert.throws(() => res.setHeader('a', undefined), { code: 'ERR_HTTP_INVALID_HEADER_VALUE' });
  assert.throws(() => res.setHeader('a', 'x\r\ny'), { code: 'ERR_INVALID_CHAR' });
  assert.throws(() => res.setHeader('a', '\u20ac'), { code: 'ERR_INVALID_CHAR' });
  assert.throws(() => res.setHeader('a', 'x\0'), { code: 'ERR_INVALID_CHAR' });
  assert.throws(() => res.writeHead(99), { code: 'ERR_HTTP_INVALID_STATUS_CODE' });
  assert.throws(() => res.writeHead(1000), { code: 'ERR_HTTP_INVALID_STATUS_CODE' });
  assert.throws(() => res.writeHead('x'), { code: 'ERR_HTTP_INVALID_STATUS_CODE' });
  assert.throws(() => res.writeHead(200, ['a']), { code: 'ERR_INVALID_ARG_VALUE' });
  assert.throws(() => res.write(5), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => res.write(null), { code: 'ERR_STREAM_NULL_VALUES' });
  res.setHeader('X-One', 1);
  res.setHeader('Set-Cookie', ['a', 'b']);
  res.appendHeader('X-One', '2');
  assert.deepStrictEqual(res.getHeader('x-one'), [1, '2']);
  assert.deepStrictEqual(res.getHeaderNames(), ['x-one', 'set-cookie']);
  assert.deepStrictEqual(res.getRawHeaderNames(), ['X-One', 'Set-Cookie']);
  assert.deepStrictEqual({ ...res.getHeaders() }, { 'x-one': [1, '2'], 'set-cookie': ['a', 'b'] });
  assert.strictEqual(res.hasHeader('X-ONE'), true);
  res.removeHeader('x-one');
  assert.strictEqual(res.hasHeader('x-one'), false);
  assert.strictEqual(res.headersSent, false);
  res.writeHead(200);
  assert.strictEqual(res.headersSent, true);
  assert.throws(() => res.setHeader('a', 'b'), { code: 'ERR_HTTP_HEADERS_SENT',
                                                 message: 'Cannot set headers after they are sent to the client' });
  assert.throws(() => res.removeHeader('a'), { code: 'ERR_HTTP_HEADERS_SENT' });
  assert.throws(() => res.writeHead(200), { code: 'ERR_HTTP_HEADERS_SENT' });
  res.end();
});
server.listen(0, () => {
  http.get({ port: server.address().port }, (res) => {
    assert.deepStrictEqual(res.headers['set-cookie'], ['a', 'b']);
    res.resume();
    server.close();
  });
});
assert.throws(() => http.validateHeaderName('a:'), { code: 'ERR_INVALID_HTTP_TOKEN' });
assert.throws(() => http.validateHeaderValue('a', '\n'), { code: 'ERR_INVALID_CHAR' });
http.validateHeaderName('x-fine');
