'use strict';
// kill() in the worker leaves in good order: exit code 0, exitedAfterDisconnect true.
const assert = require('node:assert');
const cluster = require('node:cluster');

if (cluster.isWorker) {
  cluster.worker.kill('SIGKILL');
  assert.strictEqual(cluster.worker.exitedAfterDisconnect, true);
} else {
  let seen;
  const worker = cluster.fork();
  worker.on('exit', (code, signal) => { seen = [code, signal, worker.exitedAfterDisconnect]; });
  process.on('exit', () => assert.deepStrictEqual(seen, [0, null, true]));
}
