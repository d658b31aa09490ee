'use strict';
// A listener takes the place of a signal's default action.
const assert = require('node:assert');

const seen = [];
const keepAlive = setInterval(() => {}, 1000);
process.on('SIGUSR2', (name, number) => {
  seen.push([name, number]);
  process.kill(process.pid, 'SIGTERM');
});
process.once('SIGTERM', (name, number) => {
  seen.push([name, number]);
  clearInterval(keepAlive);
});
process.kill(process.pid, 'SIGUSR2');
process.on('exit', () => assert.deepStrictEqual(seen, [['SIGUSR2', 12], ['SIGTERM', 15]]));
