'use strict';
// 'ignore' is /dev/null, a number is a duplicate of that descriptor, further pipes are duplex.
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { spawn } = require('node:child_process');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stdio-'));
const file = path.join(folder, 'out');
const fd = fs.openSync(file, 'w');
const child = spawn('sh', ['-c', 'echo to-file; cat <&3 >&4'], {
  stdio: ['ignore', fd, 'ignore', 'pipe', 'pipe'],
});
fs.closeSync(fd);
assert.strictEqual(child.stdin, null);
assert.strictEqual(child.stdout, null);
assert.strictEqual(child.stderr, null);
assert.strictEqual(child.stdio.length, 5);
let text = '';
child.stdio[3].end('through the child');
child.stdio[4].on('data', (chunk) => { text += chunk; });
child.on('close', () => {
  assert.strictEqual(fs.readFileSync(file, 'utf8'), 'to-file\n');
  assert.strictEqual(text, 'through the child');
  fs.rmSync(folder, { recursive: true });
});
process.on('exit', () => assert.notStrictEqual(text, ''));
