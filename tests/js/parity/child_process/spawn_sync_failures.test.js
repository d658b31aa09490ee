'use strict';
const assert = require('node:assert');
const { spawnSync } = require('node:child_process');

const missing = spawnSync('no-such-program-anywhere', ['a']);
assert.strictEqual(missing.error.code, 'ENOENT');
assert.strictEqual(missing.error.message, 'spawnSync no-such-program-anywhere ENOENT');
assert.strictEqual(missing.error.path, 'no-such-program-anywhere');
assert.deepStrictEqual(missing.error.spawnargs, ['a']);
assert.strictEqual(missing.status, null);
assert.strictEqual(missing.output, null);
assert.strictEqual(missing.pid, 0);
assert.strictEqual(missing.stdout, undefined);

const late = spawnSync('cat', { timeout: 50, stdio: ['pipe', 'pipe', 'pipe'], input: '' });
assert.strictEqual(late.error, undefined);
const slow = spawnSync('sleep', ['30'], { timeout: 50 });
assert.strictEqual(slow.error.code, 'ETIMEDOUT');
assert.strictEqual(slow.signal, 'SIGTERM');
assert.strictEqual(slow.status, null);

const big = spawnSync('sh', ['-c', 'echo 123456789'], { maxBuffer: 4 });
assert.strictEqual(big.error.code, 'ENOBUFS');
