'use strict';
// A detached child leads its own session.
const assert = require('node:assert');
const { spawn } = require('node:child_process');

let text = '';
const child = spawn('sh', ['-c', 'ps -o sid= -p $$ 2>/dev/null || cut -d" " -f6 /proc/$$/stat'], { detached: true });
child.stdout.on('data', (chunk) => { text += chunk; });
child.on('close', () => assert.strictEqual(Number(text), child.pid));
process.on('exit', () => assert.notStrictEqual(text, ''));
