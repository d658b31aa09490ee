'use strict';
// stdin of a pipe, a file and nothing.
const assert = require('node:assert');
const { spawn } = require('node:child_process');
const fs = require('node:fs');

const code = `let text = '';
process.stdin.setEncoding('utf8').on('data', (chunk) => { text += chunk; });
process.stdin.on('end', () => process.stdout.write(String(text.length)));`;
function run(stdin, feed, expected) {
  const child = spawn(process.execPath, ['-e', code], { stdio: [stdin, 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (chunk) => { out += chunk; });
  child.on('close', (status) => {
    assert.strictEqual(status, 0);
    assert.strictEqual(out, expected);
  });
  feed(child.stdin);
}
run('pipe', (stdin) => stdin.end('hello'), '5');
run('pipe', (stdin) => stdin.end('x'.repeat(200_000)), '200000');
run('ignore', () => {}, '0');
const fd = fs.openSync(__filename);
run(fd, () => fs.closeSync(fd), String(fs.readFileSync(__filename, 'utf8').length));
