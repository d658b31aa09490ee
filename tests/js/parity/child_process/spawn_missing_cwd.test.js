'use strict';
const assert = require('node:assert');
const { spawn } = require('node:child_process');

let seen;
spawn('true', { cwd: '/no/such/folder' }).on('error', (err) => { seen = err; });
process.on('exit', () => assert.strictEqual(seen.code, 'ENOENT'));
