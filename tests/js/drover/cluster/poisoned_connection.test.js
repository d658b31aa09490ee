'use strict';
// A connection that kills its worker is not given to the next one.
const assert = require('node:assert');
const cluster = require('node:cluster');
const net = require('node:net');

if (cluster.isWorker) {
  net.createServer(() => process.kill(process.pid, 'SIGKILL')).listen(0, '127.0.0.1');
} else {
  const died = [];
  let ready = 0;
  let closed = false;
  const workers = [cluster.fork(), cluster.fork(), cluster.fork()];
  cluster.on('exit', (worker) => died.push(worker.id));
  cluster.on('listening', (worker, { port }) => {
    if (++ready < workers.length) return;
    const client = net.connect(port, '127.0.0.1');
    client.on('error', () => {});
    client.on('close', () => {
      closed = true;
      assert.ok(died.length <= 1);
      cluster.disconnect();
    });
  });
  process.on('exit', () => {
    assert.ok(closed);
    const killed = workers.filter((worker) => worker.process.signalCode === 'SIGKILL');
    assert.strictEqual(killed.length, 1);
  });
}
