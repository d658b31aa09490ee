'use strict';
const assert = require('node:assert');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  console.log('out');
  console.error('err');
} else {
  const child = fork(__filename, ['child'], { silent: true });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => { out += chunk; });
  child.stderr.on('data', (chunk) => { err += chunk; });
  child.on('close', () => {
    assert.strictEqual(out, 'out\n');
    assert.strictEqual(err, 'err\n');
  });
  process.on('exit', () => assert.strictEqual(out, 'out\n'));
}
