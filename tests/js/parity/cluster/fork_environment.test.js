'use strict';
const assert = require('node:assert');
const cluster = require('node:cluster');

if (cluster.isWorker) {
  process.send([process.env.OWN, cluster.worker.id, process.argv.slice(2)]);
  process.disconnect();
} else {
  let seen;
  cluster.setupPrimary({ args: ['x'], silent: true });
  const worker = cluster.fork({ OWN: 'value' });
  worker.on('message', (message) => { seen = message; });
  process.on('exit', () => assert.deepStrictEqual(seen, ['value', 1, ['x']]));
}
