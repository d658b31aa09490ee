'use strict';
// A program that does not exist: no throw, 'error' and then 'close', no 'spawn' and no 'exit'.
const assert = require('node:assert');
const { spawn } = require('node:child_process');

const events = [];
const child = spawn('no-such-program-anywhere', ['a', 'b']);
assert.strictEqual(child.pid, undefined);
assert.ok(child.stdout);
for (const name of ['spawn', 'exit']) child.on(name, () => events.push(name));
child.on('error', (err) => {
  events.push('error');
  assert.strictEqual(err.code, 'ENOENT');
  assert.strictEqual(err.errno, -2);
  assert.strictEqual(err.syscall, 'spawn no-such-program-anywhere');
  assert.strictEqual(err.path, 'no-such-program-anywhere');
  assert.deepStrictEqual(err.spawnargs, ['a', 'b']);
  assert.strictEqual(err.message, 'spawn no-such-program-anywhere ENOENT');
});
child.on('close', (code, signal) => {
  events.push('close');
  assert.strictEqual(code, -2);
  assert.strictEqual(signal, null);
});
process.on('exit', () => assert.deepStrictEqual(events, ['error', 'close']));
