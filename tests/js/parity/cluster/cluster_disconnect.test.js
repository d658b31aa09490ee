'use strict';
const assert = require('node:assert');
const cluster = require('node:cluster');

if (cluster.isWorker) {
  process.on('message', () => {});
} else {
  let done = 0;
  let online = 0;
  cluster.disconnect(() => {
    assert.strictEqual(++done, 1);
    cluster.on('online', () => {
      if (++online < 2) return;
      assert.strictEqual(cluster.disconnect(() => done++), undefined);
    });
    cluster.fork();
    cluster.fork();
  });
  assert.strictEqual(done, 0);
  process.on('exit', () => {
    assert.strictEqual(done, 2);
    assert.deepStrictEqual(cluster.workers, {});
  });
}
