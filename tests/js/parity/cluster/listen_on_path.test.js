'use strict';
const assert = require('node:assert');
const cluster = require('node:cluster');
const fs = require('node:fs');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');

if (cluster.isWorker) {
  const server = net.createServer((socket) => socket.end(`worker ${cluster.worker.id}`));
  server.listen(process.env.SOCKET);
} else {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cluster-'));
  const socket = path.join(folder, 'socket');
  let text = '';
  let info;
  const worker = cluster.fork({ SOCKET: socket });
  worker.on('listening', (i) => {
    info = i;
    const client = net.connect(socket);
    client.on('data', (chunk) => { text += chunk; });
    client.on('close', () => worker.disconnect());
  });
  process.on('exit', () => {
    assert.strictEqual(text, 'worker 1');
    assert.strictEqual(info.addressType, -1);
    assert.strictEqual(info.address, socket);
    assert.strictEqual(info.port, -1);
    assert.strictEqual(fs.existsSync(socket), false);
    fs.rmSync(folder, { recursive: true });
  });
}
