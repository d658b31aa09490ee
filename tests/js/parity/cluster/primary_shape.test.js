'use strict';
const assert = require('node:assert');
const cluster = require('node:cluster');
const EventEmitter = require('node:events');

assert.ok(cluster instanceof EventEmitter);
assert.strictEqual(cluster.isWorker, false);
assert.strictEqual(cluster.isPrimary, true);
assert.strictEqual(cluster.isMaster, true);
assert.strictEqual(cluster.SCHED_NONE, 1);
assert.strictEqual(cluster.SCHED_RR, 2);
assert.strictEqual(cluster.schedulingPolicy, 2);
assert.deepStrictEqual(cluster.workers, {});
assert.deepStrictEqual(cluster.settings, {});
assert.strictEqual('worker' in cluster, false);
assert.strictEqual(cluster.setupPrimary, cluster.setupMaster);
for (const name of ['fork', 'disconnect', 'setupPrimary']) {
  assert.strictEqual(typeof cluster[name], 'function');
}
