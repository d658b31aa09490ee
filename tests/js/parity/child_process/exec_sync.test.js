'use strict';
const assert = require('node:assert');
const { execFileSync, execSync } = require('node:child_process');

assert.strictEqual(execSync('cat', { input: 'hello', encoding: 'utf8' }), 'hello');
assert.deepStrictEqual(execFileSync('cat', { input: Buffer.from('hello') }), Buffer.from('hello'));
assert.throws(() => execSync('echo out; exit 2', { stdio: 'pipe' }), (err) => {
  assert.strictEqual(err.message, 'Command failed: echo out; exit 2');
  assert.deepStrictEqual(
    Object.keys(err), ['status', 'signal', 'output', 'pid', 'stdout', 'stderr']);
  assert.strictEqual(err.status, 2);
  return true;
});
assert.throws(() => execFileSync('no-such-program-anywhere'), { code: 'ENOENT', status: null });
assert.throws(() => execSync('true', { input: 5 }), {
  code: 'ERR_INVALID_ARG_TYPE', message: /options\.stdio\[0\]/,
});
