'use strict';
const assert = require('node:assert');
const cluster = require('node:cluster');
const { Worker } = cluster;

for (const worker of [new Worker({ id: 3, state: 'online' }), Worker({ id: 3, state: 'online' })]) {
  assert.ok(worker instanceof Worker);
  assert.strictEqual(worker.id, 3);
  assert.strictEqual(worker.state, 'online');
  assert.strictEqual(worker.exitedAfterDisconnect, undefined);
}
assert.strictEqual(new Worker().id, 0);
assert.strictEqual(new Worker().state, 'none');
