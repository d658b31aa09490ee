'use strict';
// stdout and stderr of one file keep the order of writes.
const assert = require('node:assert');
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stdio-'));
const file = path.join(folder, 'out');
const fd = fs.openSync(file, 'a');
const code = `for (let i = 0; i < 5; i++) { console.log('o' + i); console.error('e' + i); }`;
spawn(process.execPath, ['-e', code], { stdio: ['ignore', fd, fd] }).on('close', () => {
  assert.strictEqual(fs.readFileSync(file, 'utf8'),
                     [0, 1, 2, 3, 4].map((i) => `o${i}\ne${i}\n`).join(''));
  fs.closeSync(fd);
  fs.rmSync(folder, { recursive: true });
});
