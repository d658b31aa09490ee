'use strict';
// What was written to a file before process.exit() arrives.
const assert = require('node:assert');
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const kBytes = 1_000_000;
const code = `process.stdout.write('x'.repeat(${kBytes})); process.exit(3);`;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stdio-'));
const file = path.join(folder, 'out');
const fd = fs.openSync(file, 'w');
spawn(process.execPath, ['-e', code], { stdio: ['ignore', fd, 'ignore'] }).on('close', () => {
  assert.strictEqual(fs.statSync(file).size, kBytes);
  fs.closeSync(fd);
  fs.rmSync(folder, { recursive: true });
});
