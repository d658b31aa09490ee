'use strict';
// 'exit' comes when the process ends, 'close' when nobody holds its pipes any more.
const assert = require('node:assert');
const { spawn } = require('node:child_process');

const events = [];
// The background process inherits stdout and ends when the parent closes its stdin.
const child = spawn('sh', ['-c', 'cat <&3 & exit 0'], {
  stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
});
child.on('exit', () => {
  events.push('exit');
  child.stdio[3].end('late output');
});
child.stdout.on('data', (chunk) => events.push(`${chunk}`));
child.on('close', () => events.push('close'));
process.on('exit', () => assert.deepStrictEqual(events, ['exit', 'late output', 'close']));
