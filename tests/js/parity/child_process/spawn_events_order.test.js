'use strict';
// 'spawn' comes first, then data, then 'exit', then 'close', with (code, signal).
const assert = require('node:assert');
const { spawn } = require('node:child_process');

const events = [];
const child = spawn('sh', ['-c', 'echo out; exit 3']);
assert.strictEqual(typeof child.pid, 'number');
assert.strictEqual(child.exitCode, null);
child.on('spawn', (...args) => events.push(['spawn', ...args]));
child.stdout.setEncoding('utf8').on('data', (text) => events.push(['data', text]));
child.on('exit', (...args) => events.push(['exit', ...args]));
child.on('close', (...args) => {
  events.push(['close', ...args]);
  const names = events.map(([name]) => name);
  assert.strictEqual(names[0], 'spawn');
  assert.strictEqual(names.at(-1), 'close');
  assert.deepStrictEqual(events.filter(([name]) => name !== 'data'),
                         [['spawn'], ['exit', 3, null], ['close', 3, null]]);
  assert.ok(events.some(([name, text]) => name === 'data' && text === 'out\n'));
  assert.strictEqual(child.exitCode, 3);
  assert.strictEqual(child.signalCode, null);
});
process.on('exit', () => assert.strictEqual(events.length, 4));
