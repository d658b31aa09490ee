'use strict';
// A socket as stdio: the child gets the connection itself, the parent stops reading it.
const assert = require('node:assert');
const net = require('node:net');
const { spawn } = require('node:child_process');

let text = '';
const server = net.createServer((socket) => {
  const child = spawn('sh', ['-c', 'read line; echo "child got $line"'], {
    stdio: [socket, socket, 'inherit'],
  });
  assert.strictEqual(child.stdin, null);
  assert.strictEqual(child.stdout, null);
  child.on('close', () => {
    socket.destroy();
    server.close();
  });
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.write('a line\n'));
  client.on('data', (chunk) => { text += chunk; });
});
process.on('exit', () => assert.strictEqual(text, 'child got a line\n'));
