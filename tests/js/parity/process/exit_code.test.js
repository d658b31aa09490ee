'use strict';
// process.exitCode takes integers, integer strings, null and undefined.
const assert = require('node:assert');

assert.strictEqual(process.exitCode, undefined);
for (const good of [0, 1, 255, '3', null, undefined]) process.exitCode = good;
for (const bad of ['x', '', {}, [], true, 1n, Symbol('s')]) {
  assert.throws(() => { process.exitCode = bad; }, { code: 'ERR_INVALID_ARG_TYPE' });
}
assert.throws(() => { process.exitCode = 1.5; }, { code: 'ERR_OUT_OF_RANGE' });
process.exitCode = 7;
process.on('exit', (code) => {
  assert.strictEqual(code, 7);
  assert.strictEqual(process.exitCode, 7);
  process.exitCode = 0;
});
