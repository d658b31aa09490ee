'use strict';
// Writing to a child that does not read gives an error on its stdin, not a signal to the parent.
const assert = require('node:assert');
const { spawn } = require('node:child_process');

const child = spawn('true');
let closed = false;
const expected = ['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED'];
child.stdin.on('error', (err) => assert.ok(expected.includes(err.code), err.code));
child.on('exit', () => child.stdin.write('too late'));
child.on('close', () => { closed = true; });
process.on('exit', () => assert.ok(closed));
