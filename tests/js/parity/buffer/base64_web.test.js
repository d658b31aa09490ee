'use strict';
// atob and btoa.
const assert = require('node:assert');

assert.strictEqual(btoa('é'), '6Q==');
assert.strictEqual(btoa(''), '');
assert.strictEqual(btoa(null), 'bnVsbA==');
assert.strictEqual(atob('YQ'), 'a');
assert.strictEqual(atob(' Y Q = = \n'), 'a');
assert.strictEqual(atob('6Q=='), 'é');
for (const text of ['a', 'YQ=a', 'YQ=', '*', 'Y=Q=', '-_-_', '€', 'YQ===']) {
  assert.throws(() => atob(text), (error) => {
    assert.ok(error instanceof DOMException);
    assert.strictEqual(error.name, 'InvalidCharacterError');
    assert.strictEqual(error.code, 5);
    return true;
  }, text);
}
assert.throws(() => btoa('€'), { name: 'InvalidCharacterError', message: 'Invalid character' });
assert.throws(() => btoa(), { code: 'ERR_MISSING_ARGS' });
assert.throws(() => atob(), { code: 'ERR_MISSING_ARGS' });
