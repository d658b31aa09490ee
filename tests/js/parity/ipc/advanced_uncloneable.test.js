'use strict';
const assert = require('node:assert');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  process.once('message', () => {});
} else {
  const child = fork(__filename, ['child'], { serialization: 'advanced' });
  assert.throws(() => child.send({ f() {} }), (err) => {
    assert.match(err.message, /could not be cloned/);
    assert.strictEqual(err.code, undefined);
    assert.strictEqual(err.name, 'Error');
    return true;
  });
  child.send('end');
}
