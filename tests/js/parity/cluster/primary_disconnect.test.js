'use strict';
// worker.disconnect() in the primary: the worker leaves the list at once, finishes what it has, and
// exits.
const assert = require('node:assert');
const cluster = require('node:cluster');
const net = require('node:net');

if (cluster.isWorker) {
  net.createServer((socket) => {
    socket.write('hello');
    // What it has begun is finished although it has been asked to leave.
    cluster.worker.process.once('message', () => socket.end(' and bye'));
  }).listen(0, '127.0.0.1');
} else {
  let text = '';
  let seen;
  const worker = cluster.fork();
  worker.on('listening', ({ port }) => {
    const client = net.connect(port, '127.0.0.1');
    client.on('data', (chunk) => {
      if (text === '') {
        assert.strictEqual(worker.disconnect(), worker);
        assert.strictEqual(worker.exitedAfterDisconnect, true);
        assert.deepStrictEqual(cluster.workers, {});
        worker.send('finish');
      }
      text += chunk;
    });
  });
  worker.on('exit', (code) => { seen = [code, worker.exitedAfterDisconnect]; });
  process.on('exit', () => {
    assert.strictEqual(text, 'hello and bye');
    assert.deepStrictEqual(seen, [0, true]);
  });
}
