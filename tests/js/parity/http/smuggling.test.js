'use strict';
// Messages that two parsers could understand differently are refused; the connection ends.
const assert = require('node:assert');
const http = require('node:http');
const net = require('node:net');

const head = (...lines) => `POST / HTTP/1.1\r\nHost: x\r\n${lines.map((l) => `${l}\r\n`).join('')}\r\n`;
const refused = {
  'length and chunked': head('Content-Length: 4', 'Transfer-Encoding: chunked') + '0\r\n\r\n',
  'chunked and length': head('Transfer-Encoding: chunked', 'Content-Length: 4') + '0\r\n\r\n',
  'two lengths': head('Content-Length: 4', 'Content-Length: 5') + 'abcd',
  'the same length twice': head('Content-Length: 4', 'Content-Length: 4') + 'abcd',
  'signed length': head('Content-Length: +4') + 'abcd',
  'negative length': head('Content-Length: -4') + 'abcd',
  'length with a space': head('Content-Length: 1 2') + 'ab',
  'bare line feeds': 'POST / HTTP/1.1\nHost: x\n\n',
  'folded header': head('A: b', ' c'),
  'chunked not last': head('Transfer-Encoding: chunked, identity') + '0\r\n\r\n',
  'unknown coding after chunked': head('Transfer-Encoding: chunked, x') + '0\r\n\r\n',
  'chunk size no number': head('Transfer-Encoding: chunked') + 'zz\r\nab\r\n0\r\n\r\n',
  'chunk size signed': head('Transfer-Encoding: chunked') + '+1\r\na\r\n0\r\n\r\n',
  'chunk size in 0x form': head('Transfer-Encoding: chunked') + '0x1\r\na\r\n0\r\n\r\n',
  'chunk longer than told': head('Transfer-Encoding: chunked') + '1\r\nabc\r\n0\r\n\r\n',
  'chunk size too large': head('Transfer-Encoding: chunked') + `${'f'.repeat(20)}\r\na`,
  'bare line feed in a chunk': head('Transfer-Encoding: chunked') + '1\na\r\n0\r\n\r\n',
  'space before the colon': head('Content-Length : 0'),
  'no header name': head(': x'),
  'NUL in a value': head('A: b\0c'),
  'bare CR in a value': head('A: b\rc'),
  'space in the method': 'GE T / HTTP/1.1\r\nHost: x\r\n\r\n',
  'unknown version': 'GET / HTTP/3.7\r\nHost: x\r\n\r\n',
  'no request': '\x16\x03\x01\r\n\r\n',
  'no Host': 'GET / HTTP/1.1\r\n\r\n',
};
let served = 0;
const server = http.createServer((req, res) => {
  req.on('error', () => {});
  req.resume();
  req.on('end', () => {
    served++;
    res.end('served');
  });
});
function send(port, text) {
  return new Promise((resolve) => {
    const client = net.connect(port);
    let answer = '';
    client.setEncoding('latin1');
    client.on('data', (chunk) => { answer += chunk; });
    client.on('error', () => {});
    client.on('close', () => resolve(answer));
    client.write(text, 'latin1');
  });
}
server.listen(0, async () => {
  for (const name of Object.keys(refused)) {
    const answer = await send(server.address().port, refused[name]);
    assert.match(answer, /^HTTP\/1\.1 400 Bad Request\r\n/, name);
    assert.match(answer, /Connection: close\r\n/, name);
    assert.strictEqual(answer.includes('served'), false, name);
  }
  assert.strictEqual(served, 0);
  server.close();
});
