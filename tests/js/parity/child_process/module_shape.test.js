'use strict';
const assert = require('node:assert');
const cp = require('node:child_process');

assert.deepStrictEqual(Object.keys(cp).sort(), [
  'ChildProcess', '_forkChild', 'exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn',
  'spawnSync',
]);
assert.strictEqual(require('child_process'), cp);
for (const name of ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync']) {
  assert.strictEqual(cp[name].name, name);
}
