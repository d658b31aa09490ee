'use strict';
const assert = require('node:assert');
const { spawn } = require('node:child_process');

const child = spawn('cat');
let text = '';
child.stdout.setEncoding('utf8').on('data', (chunk) => { text += chunk; });
child.stdin.write('first ');
child.stdin.end('second');
child.on('close', (code) => {
  assert.strictEqual(code, 0);
  assert.strictEqual(text, 'first second');
});
process.on('exit', () => assert.strictEqual(text, 'first second'));
