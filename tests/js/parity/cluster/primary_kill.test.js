'use strict';
// kill() in the primary is a signal and nothing else: no disconnect, exitedAfterDisconnect false.
const assert = require('node:assert');
const cluster = require('node:cluster');

if (cluster.isWorker) {
  process.on('message', () => {});
} else {
  let seen;
  const worker = cluster.fork();
  worker.on('online', () => assert.strictEqual(worker.kill(), undefined));
  worker.on('exit', (code, signal) => {
    seen = [code, signal, worker.exitedAfterDisconnect, worker.isDead(), worker.state];
  });
  process.on('exit', () => assert.deepStrictEqual(seen, [null, 'SIGTERM', false, true, 'dead']));
}
