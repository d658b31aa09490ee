'use strict';
// The channel can be any descriptor of the child; the others keep their meaning.
const assert = require('node:assert');
const { spawn } = require('node:child_process');

if (process.argv[2] === 'child') {
  process.once('message', (message) => {
    process.stdout.write(`got ${message}`);
    process.send('answer');
  });
} else {
  const child = spawn(process.execPath, [__filename, 'child'], {
    stdio: ['ipc', 'pipe', 'inherit'],
  });
  assert.strictEqual(child.stdin, null);
  let text = '';
  let answer;
  child.stdout.on('data', (chunk) => { text += chunk; });
  child.on('message', (message) => { answer = message; });
  child.send('question');
  process.on('exit', () => {
    assert.strictEqual(text, 'got question');
    assert.strictEqual(answer, 'answer');
  });
}
