'use strict';
const assert = require('node:assert');
const cluster = require('node:cluster');

if (cluster.isPrimary) {
  let code;
  cluster.fork().on('exit', (c) => { code = c; });
  process.on('exit', () => assert.strictEqual(code, 0));
} else {
  assert.strictEqual(cluster.isWorker, true);
  assert.strictEqual(cluster.isMaster, false);
  assert.strictEqual(cluster.worker.id, 1);
  assert.strictEqual(cluster.worker.process, process);
  assert.strictEqual(cluster.worker.state, 'online');
  assert.strictEqual(cluster.worker.isConnected(), true);
  assert.strictEqual(cluster.worker.isDead(), false);
  assert.ok(cluster.worker instanceof cluster.Worker);
  for (const name of ['fork', 'workers', 'settings', 'setupPrimary', 'disconnect']) {
    assert.strictEqual(cluster[name], undefined);
  }
  assert.strictEqual('NODE_UNIQUE_ID' in process.env, false);
  process.disconnect();
}
