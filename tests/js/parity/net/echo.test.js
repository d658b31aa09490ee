'use strict';
// Data goes both ways and both sides end.
const assert = require('node:assert');
const net = require('node:net');

const events = [];
const server = net.createServer((socket) => {
  socket.on('data', (chunk) => socket.write(`echo:${chunk}`));
  socket.on('end', () => events.push('server end'));
  socket.on('close', (hadError) => {
    events.push(`server close ${hadError}`);
    server.close();
  });
});
server.listen(0, '127.0.0.1', () => {
  const { address, family, port } = server.address();
  assert.deepStrictEqual([address, family], ['127.0.0.1', 'IPv4']);
  const client = net.connect(port, '127.0.0.1', () => client.write('hello'));
  client.setEncoding('utf8');
  client.on('data', (text) => {
    assert.strictEqual(text, 'echo:hello');
    assert.strictEqual(client.bytesRead, 10);
    assert.strictEqual(client.bytesWritten, 5);
    assert.strictEqual(client.remotePort, port);
    client.end();
  });
});
process.on('exit', () => assert.deepStrictEqual(events.sort(), ['server close false', 'server end']));
