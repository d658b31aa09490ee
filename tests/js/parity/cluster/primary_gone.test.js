'use strict';
// A worker that loses its primary ends itself with code 0.
const assert = require('node:assert');
const cluster = require('node:cluster');
const { spawn } = require('node:child_process');

if (cluster.isWorker) {
  process.on('exit', (code) => process.stdout.write(`worker exit ${code}\n`));
  cluster.worker.on('disconnect', () => process.stdout.write('disconnect\n'));
  process.send('up');
} else if (process.argv[2] === 'primary') {
  cluster.setupPrimary({ args: [] });
  cluster.fork().on('message', () => process.kill(process.pid, 'SIGKILL'));
} else {
  const primary = spawn(process.execPath, [__filename, 'primary'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  primary.stdout.on('data', (chunk) => { text += chunk; });
  process.on('exit', () => assert.strictEqual(text, 'disconnect\nworker exit 0\n'));
}
