'use strict';
const assert = require('node:assert');
const { spawn } = require('node:child_process');

const events = [];
const child = spawn('cat', { signal: AbortSignal.abort() });
child.on('error', (err) => events.push(err.name));
child.on('exit', (code, signal) => events.push(signal));
process.on('exit', () => assert.deepStrictEqual(events, ['AbortError', 'SIGTERM']));
