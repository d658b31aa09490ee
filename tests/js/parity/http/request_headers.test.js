'use strict';
// How repeated headers are joined.
const assert = require('node:assert');
const http = require('node:http');
const net = require('node:net');

const server = http.createServer((req, res) => {
  assert.deepStrictEqual({ ...req.headers }, {
    'host': 'x', 'cookie': 'a=1; b=2', 'x-a': '1, 2', 'age': '1', 'set-cookie': ['q', 'r'],
    'x-trail': 'v', 'empty': '', '__proto__x': 'p',
  });
  assert.deepStrictEqual(req.headersDistinct['x-a'], ['1', '2']);
  assert.deepStrictEqual(req.headersDistinct.age, ['1', '2']);
  assert.deepStrictEqual(req.rawHeaders.slice(0, 6), ['Host', 'x', 'Cookie', 'a=1', 'cookie', 'b=2']);
  res.end();
});
server.listen(0, () => {
  const client = net.connect(server.address().port);
  client.on('data', () => client.end());
  client.on('close', () => server.close());
  client.write('GET / HTTP/1.1\r\nHost: x\r\nCookie: a=1\r\ncookie: b=2\r\nX-A: 1\r\nx-a: 2\r\n' +
    'Age: 1\r\nAge: 2\r\nSet-Cookie: q\r\nSet-Cookie: r\r\nX-Trail: v \t \r\nEmpty:\r\n' +
    '__proto__x: p\r\n\r\n');
});
