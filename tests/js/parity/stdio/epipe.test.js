'use strict';
// A reader that goes away: 'error' EPIPE on stdout, fatal where nobody listens.
const assert = require('node:assert');
const { spawn } = require('node:child_process');

function run(code, verify) {
  const child = spawn(process.execPath, ['-e', code], { stdio: ['pipe', 'pipe', 'pipe'] });
  let err = '';
  child.stderr.on('data', (chunk) => { err += chunk; });
  child.stdout.once('data', () => {
    child.stdout.destroy();
    child.stdout.on('close', () => child.stdin.end('go'));
  });
  child.on('close', (status) => verify(status, err));
}
const body = `process.stdout.write('x');
process.stdin.on('end', () => process.stdout.write('y')).resume();`;
run(body, (status, err) => {
  assert.strictEqual(status, 1);
  assert.match(err, /Error: write EPIPE/);
});
run(`process.stdout.on('error', (e) => process.stderr.write(e.code)); ${body}`, (status, err) => {
  assert.strictEqual(status, 0);
  assert.strictEqual(err, 'EPIPE');
});
