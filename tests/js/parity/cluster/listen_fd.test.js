'use strict';
// listen({fd}) in a worker means a descriptor of the primary.
const assert = require('node:assert');
const cluster = require('node:cluster');
const net = require('node:net');
const { spawn } = require('node:child_process');

if (cluster.isWorker) {
  net.createServer((socket) => socket.end('served')).listen({ fd: 3 });
} else if (process.argv[2] === undefined) {
  const holder = net.createServer().listen(0, '127.0.0.1', () => {
    const primary = spawn(process.execPath, [__filename, String(holder.address().port)], {
      stdio: ['ignore', 'inherit', 'inherit', holder._handle.fd],
    });
    holder.close();
    primary.on('exit', (code) => assert.strictEqual(code, 0));
  });
} else {
  let text = '';
  const worker = cluster.fork();
  worker.on('listening', () => {
    const client = net.connect(Number(process.argv[2]), '127.0.0.1');
    client.on('data', (chunk) => { text += chunk; });
    client.on('close', () => worker.disconnect());
  });
  process.on('exit', () => assert.strictEqual(text, 'served'));
}
