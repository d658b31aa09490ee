'use strict';
// A detached child leads its own session.
const assert = require('node:assert');
const { spawn } = require('node:child_process');

let text = '';
const child = spawn('sh', ['-c', 'cut -d" " -f6 /proc/$$/stat'], { detached: true });
child.stdout.on('data', (chunk) => { text += chunk; });
child.on('close', () => assert.strictEqual(Number(text), child.pid));
process.on('exit', () => assert.notStrictEqual(text, ''));
