'use strict';
// The usual way to keep workers alive: a worker that died by itself is replaced.
const assert = require('node:assert');
const cluster = require('node:cluster');

if (cluster.isWorker) {
  if (cluster.worker.id === 1) process.exit(9);
  process.send('alive');
} else {
  const exits = [];
  cluster.on('exit', (worker, code) => {
    exits.push([worker.id, code, worker.exitedAfterDisconnect]);
    if (!worker.exitedAfterDisconnect) cluster.fork();
  });
  cluster.on('message', (worker) => worker.disconnect());
  cluster.fork();
  process.on('exit', () => assert.deepStrictEqual(exits, [[1, 9, false], [2, 0, true]]));
}
