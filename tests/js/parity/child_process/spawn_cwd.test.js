'use strict';
const assert = require('node:assert');
const { execFileSync, spawn } = require('node:child_process');
const { pathToFileURL } = require('node:url');

for (const cwd of ['/', pathToFileURL('/usr')]) {
  let text = '';
  const child = spawn('pwd', { cwd });
  child.stdout.on('data', (chunk) => { text += chunk; });
  child.on('close', () => assert.strictEqual(text, cwd === '/' ? '/\n' : '/usr\n'));
}
assert.strictEqual(execFileSync('pwd', { cwd: '/', encoding: 'utf8' }), '/\n');
