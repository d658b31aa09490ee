'use strict';
// Messages reach the worker object and then the cluster.
const assert = require('node:assert');
const cluster = require('node:cluster');

if (cluster.isWorker) {
  cluster.worker.on('message', (message) => {
    process.send(`${message} back`);
    process.disconnect();
  });
} else {
  const events = [];
  const worker = cluster.fork();
  worker.process.on('message', (message) => events.push(`process ${message}`));
  worker.on('message', (message) => events.push(`worker ${message}`));
  cluster.on('message', (from, message) => {
    assert.strictEqual(from, worker);
    events.push(`cluster ${message}`);
  });
  worker.send('there');
  process.on('exit', () => {
    assert.deepStrictEqual(
      events.sort(), ['cluster there back', 'process there back', 'worker there back']);
  });
}
