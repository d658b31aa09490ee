'use strict';
// Output that nobody reads does not keep 'close' from coming.
const assert = require('node:assert');
const { spawn } = require('node:child_process');

let closed = false;
spawn('echo', ['unread']).on('close', () => { closed = true; });
process.on('exit', () => assert.ok(closed));
