'use strict';
const assert = require('node:assert');
const { spawn } = require('node:child_process');

const child = spawn('cat');
child[Symbol.dispose]();
assert.strictEqual(child.killed, true);
child[Symbol.dispose]();
let signal;
child.on('exit', (code, name) => { signal = name; });
process.on('exit', () => assert.strictEqual(signal, 'SIGTERM'));
