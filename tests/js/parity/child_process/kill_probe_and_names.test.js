'use strict';
const assert = require('node:assert');
const { spawn } = require('node:child_process');

const child = spawn('cat');
assert.strictEqual(child.kill(0), true);
assert.strictEqual(child.kill('sigkill'), true);
let signal;
child.on('exit', (code, name) => { signal = name; });
process.on('exit', () => assert.strictEqual(signal, 'SIGKILL'));
