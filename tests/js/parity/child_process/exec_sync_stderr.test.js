'use strict';
// Without a stdio option the child's stderr is passed on.
const assert = require('node:assert');
const { execSync, spawnSync } = require('node:child_process');

if (process.argv[2] === 'child') {
  execSync('echo passed on >&2');
} else {
  const result = spawnSync(process.execPath, [__filename, 'child'], { encoding: 'utf8' });
  assert.strictEqual(result.stderr, 'passed on\n');
}
