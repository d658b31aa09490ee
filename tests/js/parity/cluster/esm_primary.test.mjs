// A primary and its workers as ES modules.
import assert from 'node:assert';
import cluster from 'node:cluster';
import { createServer, connect } from 'node:net';

if (cluster.isPrimary) {
  let text = '';
  const worker = cluster.fork();
  worker.on('listening', ({ port }) => {
    const client = connect(port, '127.0.0.1');
    client.on('data', (chunk) => { text += chunk; });
    client.on('close', () => worker.disconnect());
  });
  process.on('exit', () => assert.strictEqual(text, 'module'));
} else {
  createServer((socket) => socket.end('module')).listen(0, '127.0.0.1');
}
