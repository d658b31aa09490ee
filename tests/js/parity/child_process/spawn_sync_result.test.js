'use strict';
const assert = require('node:assert');
const { spawnSync } = require('node:child_process');

const result = spawnSync('sh', ['-c', 'echo out; echo err >&2; exit 3']);
assert.deepStrictEqual(
  Object.keys(result), ['status', 'signal', 'output', 'pid', 'stdout', 'stderr']);
assert.strictEqual(result.status, 3);
assert.strictEqual(result.signal, null);
assert.deepStrictEqual(result.output, [null, Buffer.from('out\n'), Buffer.from('err\n')]);
assert.strictEqual(result.stdout, result.output[1]);
assert.ok(result.pid > 0);
assert.strictEqual(spawnSync('printf', ['x'], { encoding: 'utf8' }).stdout, 'x');
