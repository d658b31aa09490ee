'use strict';
const assert = require('node:assert');
const { fork } = require('node:child_process');
const { pathToFileURL } = require('node:url');

if (process.argv[2] === 'child') {
  process.send({ argv: process.argv.slice(2), execArgv: process.execArgv, env: process.env.OWN });
} else {
  let seen;
  const child = fork(pathToFileURL(__filename), ['child', 'a b'], {
    execArgv: ['--no-warnings'], env: { ...process.env, OWN: 'value' },
  });
  assert.strictEqual(child.spawnfile, process.execPath);
  assert.deepStrictEqual(
    child.spawnargs, [process.execPath, '--no-warnings', __filename, 'child', 'a b']);
  child.on('message', (message) => { seen = message; });
  process.on('exit', () => assert.deepStrictEqual(seen, {
    argv: ['child', 'a b'], execArgv: ['--no-warnings'], env: 'value',
  }));
}
