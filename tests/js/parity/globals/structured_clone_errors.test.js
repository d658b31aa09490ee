'use strict';
const assert = require('node:assert');

assert.throws(() => structuredClone(), { name: 'TypeError' });
for (const bad of [() => {}, Symbol('s'), { f() {} }, new WeakMap()]) {
  assert.throws(() => structuredClone(bad), (err) => {
    assert.ok(err instanceof DOMException);
    assert.strictEqual(err.name, 'DataCloneError');
    assert.strictEqual(err.code, 25);
    assert.match(err.message, /could not be cloned/);
    return true;
  });
}
const thrown = new Error('from a getter');
assert.throws(() => structuredClone({ get x() { throw thrown; } }), thrown);
