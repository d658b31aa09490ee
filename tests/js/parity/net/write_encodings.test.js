'use strict';
// Strings of all encodings, single and corked.
const assert = require('node:assert');
const net = require('node:net');

const pieces = [['grüße €', 'utf8'], ['\u00e9\u00ff', 'latin1'], ['ab', 'ascii'], ['hi', 'utf16le'],
                ['68656c6c6f', 'hex'], ['aGk=', 'base64']];
const expected = Buffer.concat(pieces.map(([text, encoding]) => Buffer.from(text, encoding)));
const parts = [];
const server = net.createServer((socket) => {
  socket.on('data', (chunk) => parts.push(chunk));
  socket.on('end', () => {
    assert.deepStrictEqual(Buffer.concat(parts), Buffer.concat([expected, expected]));
    server.close();
  });
}).listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    for (const [text, encoding] of pieces) client.write(text, encoding);
    client.cork();
    for (const [text, encoding] of pieces) client.write(text, encoding);
    client.uncork();
    client.end();
    client.resume();
  });
});
