'use strict';
// The life of one worker, in the order that the primary sees it.
const assert = require('node:assert');
const cluster = require('node:cluster');
const http = require('node:http');

if (cluster.isWorker) {
  http.createServer().listen(0, '127.0.0.1');
} else {
  const events = [];
  cluster.on('setup', () => events.push('setup'));
  cluster.on('fork', (worker) => events.push(`fork ${worker.id}`));
  cluster.on('online', (worker) => events.push(`online ${worker.id} ${worker.state}`));
  cluster.on('listening', (worker, address) => {
    events.push(`listening ${worker.id} ${worker.state}`);
    assert.strictEqual(address.addressType, 4);
    assert.strictEqual(address.address, '127.0.0.1');
    assert.ok(address.port > 0);
    assert.strictEqual(address.fd, undefined);
    worker.disconnect();
  });
  cluster.on('disconnect', (worker) => events.push(`disconnect ${worker.id}`));
  cluster.on('exit', (worker, code, signal) => events.push(`exit ${worker.id} ${code} ${signal}`));
  const worker = cluster.fork();
  assert.strictEqual(cluster.workers[1], worker);
  assert.strictEqual(worker.state, 'none');
  assert.strictEqual(worker.exitedAfterDisconnect, undefined);
  worker.process.on('spawn', () => events.push('spawn'));
  worker.on('online', () => events.push('worker online'));
  worker.on('listening', () => events.push('worker listening'));
  process.on('exit', () => {
    assert.deepStrictEqual(events.slice(0, 7), [
      'setup', 'spawn', 'fork 1', 'worker online', 'online 1 online', 'worker listening',
      'listening 1 listening',
    ]);
    assert.deepStrictEqual(events.slice(7).sort(), ['disconnect 1', 'exit 1 0 null']);
    assert.deepStrictEqual(cluster.workers, {});
    assert.strictEqual(worker.state === 'dead' || worker.state === 'disconnected', true);
    assert.strictEqual(worker.exitedAfterDisconnect, true);
    assert.strictEqual(worker.isDead(), true);
  });
}
