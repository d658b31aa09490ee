'use strict';
const assert = require('node:assert');
const { spawn } = require('node:child_process');

const child = spawn('sh', ['-c', 'echo "$0"'], { argv0: 'renamed' });
assert.deepStrictEqual(child.spawnargs, ['renamed', '-c', 'echo "$0"']);
let text = '';
child.stdout.on('data', (chunk) => { text += chunk; });
child.on('close', () => assert.strictEqual(text, 'renamed\n'));
process.on('exit', () => assert.notStrictEqual(text, ''));
