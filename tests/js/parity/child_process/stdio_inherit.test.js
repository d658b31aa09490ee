'use strict';
// 'inherit' gives the parent's own descriptors.
const assert = require('node:assert');
const { spawn } = require('node:child_process');

if (process.argv[2] === 'middle') {
  spawn('sh', ['-c', 'echo out; echo err >&2'], { stdio: 'inherit' });
} else {
  const child = spawn(process.execPath, [__filename, 'middle']);
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
