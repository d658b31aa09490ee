'use strict';
// Looking at stdin, or letting go of it, does not hold the process.
const assert = require('node:assert');
const { spawn } = require('node:child_process');

for (const code of ['process.stdin',
                    'process.stdin.resume(); process.stdin.unref()']) {
  const child = spawn(process.execPath, ['-e', code], { stdio: ['pipe', 'ignore', 'inherit'] });
  child.stdin.on('error', () => {});
  child.stdin.write('x');
  child.on('exit', (status) => {
    assert.strictEqual(status, 0, code);
    child.stdin.destroy();
  });
}
