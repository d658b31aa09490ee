'use strict';
// setupPrimary() replaces settings at once and says so on the next tick, as every fork() does.
const assert = require('node:assert');
const cluster = require('node:cluster');

if (cluster.isWorker) {
  process.disconnect();
} else {
  const setups = [];
  cluster.on('setup', (settings) => setups.push(settings));
  cluster.setupPrimary({ args: ['a'] });
  const first = cluster.settings;
  assert.deepStrictEqual(first, {
    args: ['a'], exec: __filename, execArgv: process.execArgv, silent: false,
  });
  assert.deepStrictEqual(setups, []);
  cluster.setupPrimary({ silent: true });
  assert.notStrictEqual(cluster.settings, first);
  assert.deepStrictEqual(cluster.settings.args, ['a']);
  assert.strictEqual(cluster.settings.silent, true);
  const worker = cluster.fork();
  assert.deepStrictEqual(worker.process.spawnargs, [process.execPath, __filename, 'a']);
  assert.ok(worker.process.stdout);
  process.on('exit', () => {
    assert.strictEqual(setups.length, 3);
    assert.strictEqual(setups[0], first);
    assert.strictEqual(setups[2], cluster.settings);
  });
}
