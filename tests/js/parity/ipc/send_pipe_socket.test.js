'use strict';
// UNIX sockets travel like TCP ones.
const assert = require('node:assert');
const fs = require('node:fs');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  process.once('message', (message, socket) => {
    assert.ok(socket instanceof net.Socket);
    socket.end('over a path');
    socket.on('close', () => process.disconnect());
    socket.resume();
  });
} else {
  let text = '';
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pipe-'));
  const child = fork(__filename, ['child']);
  const server = net.createServer({ pauseOnConnect: true }, (socket) => {
    child.send('socket', socket);
    server.close();
  });
  server.listen(path.join(folder, 's'), () => {
    const client = net.connect(path.join(folder, 's'));
    client.on('data', (chunk) => { text += chunk; });
    client.on('end', () => client.end());
  });
  process.on('exit', () => {
    assert.strictEqual(text, 'over a path');
    fs.rmSync(folder, { recursive: true });
  });
}
