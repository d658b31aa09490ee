'use strict';
// A start that fails for a reason other than the program itself throws.
const assert = require('node:assert');
const { spawn, spawnSync } = require('node:child_process');

if (process.argv[2] === 'child') {
  assert.throws(() => spawn('true', { uid: 0 }), { code: 'EPERM', syscall: 'spawn' });
} else if (process.getuid() === 0) {
  const result = spawnSync(process.execPath, [__filename, 'child'], {
    uid: 65534, gid: 65534, encoding: 'utf8', cwd: '/',
  });
  // The script or the program may be out of reach for that user; then there is nothing to learn.
  if (result.error === undefined && !/EACCES|MODULE_NOT_FOUND/.test(result.stderr)) {
    assert.strictEqual(result.status, 0, result.stderr);
  }
}
