'use strict';
const assert = require('node:assert');
const { exec, execFile } = require('node:child_process');
const { promisify } = require('node:util');

assert.strictEqual(promisify(exec).name, 'exec');
assert.strictEqual(promisify(execFile).name, 'execFile');
assert.ok(!Object.keys(exec).length);

const steps = [];
(async () => {
  const promise = promisify(execFile)('printf', ['hello']);
  assert.strictEqual(typeof promise.child.pid, 'number');
  assert.deepStrictEqual(await promise, { stdout: 'hello', stderr: '' });
  steps.push('resolved');
  await assert.rejects(promisify(exec)('echo out; exit 4'), (err) => {
    assert.strictEqual(err.code, 4);
    assert.strictEqual(err.stdout, 'out\n');
    assert.strictEqual(err.stderr, '');
    return true;
  });
  steps.push('rejected');
})();
process.on('exit', () => assert.deepStrictEqual(steps, ['resolved', 'rejected']));
