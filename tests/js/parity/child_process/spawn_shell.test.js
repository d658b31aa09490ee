'use strict';
const assert = require('node:assert');
const { spawn } = require('node:child_process');

const child = spawn('echo "$GREETING" | tr a-z A-Z', {
  shell: true, env: { ...process.env, GREETING: 'hello' },
});
assert.strictEqual(child.spawnfile, '/bin/sh');
assert.deepStrictEqual(child.spawnargs, ['/bin/sh', '-c', 'echo "$GREETING" | tr a-z A-Z']);
let text = '';
child.stdout.on('data', (chunk) => { text += chunk; });
child.on('close', () => assert.strictEqual(text, 'HELLO\n'));
process.on('exit', () => assert.notStrictEqual(text, ''));
