'use strict';
// What goes over the wire, byte for byte.
const assert = require('node:assert');
const http = require('node:http');
const net = require('node:net');

const server = http.createServer((req, res) => {
  switch (req.url) {
    case '/end': return res.end('hello');
    case '/write': res.write('a'); res.write('bc'); return res.end('d');
    case '/write-end': res.write('a'); return res.end();
    case '/empty': return res.end();
    case '/204': res.writeHead(204); return res.end();
    case '/304': res.statusCode = 304; return res.end('ignored');
    case '/length': res.writeHead(200, { 'Content-Length': 2 }); return res.end('ab');
    case '/latin1': return res.end('\u00e9', 'latin1');
    case '/utf8': return res.end('\u20ac');
    case '/buffer': return res.end(Buffer.from('xyz'));
    case '/phrase': res.writeHead(299, 'Fine', { A: 'b', C: ['d', 'e'] }); return res.end();
    case '/array': res.writeHead(200, ['A', '1', 'a', '2']); return res.end();
    case '/no-date': res.sendDate = false; return res.end();
    case '/close': res.setHeader('Connection', 'close'); return res.end('bye');
    default: return res.end(req.method);
  }
});
const request = (method, url, more = '') => `${method} ${url} HTTP/1.1\r\nHost: x\r\n${more}\r\n`;
const head = (lines) => `HTTP/1.1 ${lines.join('\r\n')}\r\n\r\n`;
const keep = ['Connection: keep-alive', 'Keep-Alive: timeout=5'];
const expected = [
  [request('GET', '/end'), head(['200 OK', 'Date: D', ...keep, 'Content-Length: 5']), 'hello'],
  [request('GET', '/write'), head(['200 OK', 'Date: D', ...keep, 'Transfer-Encoding: chunked']),
   '1\r\na\r\n2\r\nbc\r\n1\r\nd\r\n0\r\n\r\n'],
  [request('GET', '/write-end'), head(['200 OK', 'Date: D', ...keep, 'Transfer-Encoding: chunked']),
   '1\r\na\r\n0\r\n\r\n'],
  [request('GET', '/empty'), head(['200 OK', 'Date: D', ...keep, 'Content-Length: 0']), ''],
  [request('GET', '/204'), head(['204 No Content', 'Date: D', ...keep]), ''],
  [request('GET', '/304'), head(['304 Not Modified', 'Date: D', ...keep]), ''],
  [request('GET', '/length'), head(['200 OK', 'Content-Length: 2', 'Date: D', ...keep]), 'ab'],
  [request('GET', '/latin1'), head(['200 OK', 'Date: D', ...keep, 'Content-Length: 1']), '\u00e9'],
  [request('GET', '/utf8'), head(['200 OK', 'Date: D', ...keep, 'Content-Length: 3']), '\u00e2\u0082\u00ac'],
  [request('GET', '/buffer'), head(['200 OK', 'Date: D', ...keep, 'Content-Length: 3']), 'xyz'],
  [request('GET', '/phrase'),
   head(['299 Fine', 'A: b', 'C: d', 'C: e', 'Date: D', ...keep, 'Transfer-Encoding: chunked']),
   '0\r\n\r\n'],
  [request('GET', '/array'),
   head(['200 OK', 'A: 1', 'a: 2', 'Date: D', ...keep, 'Transfer-Encoding: chunked']),
   '0\r\n\r\n'],
  [request('GET', '/no-date'), head(['200 OK', ...keep, 'Content-Length: 0']), ''],
  [request('HEAD', '/end'), head(['200 OK', 'Date: D', ...keep]), ''],
  [request('POST', '/', 'Content-Length: 3\r\n').concat('abc'),
   head(['200 OK', 'Date: D', ...keep, 'Content-Length: 4']), 'POST'],
  [request('GET', '/close'), head(['200 OK', 'Connection: close', 'Date: D', 'Content-Length: 3']), 'bye'],
];
server.listen(0, () => {
  // All of them in one write: pipelined.
  const client = net.connect(server.address().port);
  let text = '';
  client.setEncoding('latin1');
  client.on('data', (chunk) => { text += chunk; });
  client.on('close', () => {
    assert.strictEqual(text.replace(/Date: .*? GMT/g, 'Date: D'),
                       expected.map(([, top, body]) => top + body).join(''));
    server.close();
  });
  client.write(expected.map(([sent]) => sent).join(''));
});
