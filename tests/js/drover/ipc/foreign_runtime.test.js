'use strict';
// A fork of another runtime is refused with a clear error; without a channel it may be started.
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { fork, spawn, spawnSync } = require('node:child_process');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'runtime-'));
const foreign = path.join(folder, 'node');
fs.writeFileSync(foreign, '#!/bin/sh\necho foreign\n', { mode: 0o755 });
assert.throws(() => fork(__filename, { execPath: foreign }), {
  code: 'ERR_INVALID_ARG_VALUE', message: /is another runtime/,
});
assert.throws(() => spawn(foreign, { stdio: ['ipc'] }), { code: 'ERR_INVALID_ARG_VALUE' });
assert.strictEqual(spawnSync(foreign, { encoding: 'utf8' }).stdout, 'foreign\n');

// The name alone says nothing: here it is this runtime.
fs.rmSync(foreign);
fs.symlinkSync(process.execPath, foreign);
const script = path.join(folder, 'child.js');
fs.writeFileSync(script, 'process.send("ours")');
let message;
fork(script, { execPath: foreign }).on('message', (m) => { message = m; });
process.on('exit', () => {
  assert.strictEqual(message, 'ours');
  fs.rmSync(folder, { recursive: true });
});
