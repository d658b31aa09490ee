'use strict';
// The startup snapshot must not fix the random numbers.
const assert = require('node:assert');
const { spawnSync } = require('node:child_process');

const runs = new Set();
for (let i = 0; i < 4; i++) {
  runs.add(spawnSync(process.execPath, ['-p', 'Math.random()'], { encoding: 'utf8' }).stdout);
}
assert.strictEqual(runs.size, 4);
