'use strict';
// A thousand messages keep their order, large and small ones mixed.
const assert = require('node:assert');
const { fork } = require('node:child_process');

const count = 1000;
if (process.argv[2] === 'child') {
  for (let i = 0; i < count; i++) process.send({ i, pad: 'x'.repeat(i % 100 === 0 ? 300000 : 10) });
} else {
  let next = 0;
  fork(__filename, ['child']).on('message', ({ i, pad }) => {
    assert.strictEqual(i, next++);
    assert.strictEqual(pad.length, i % 100 === 0 ? 300000 : 10);
  });
  process.on('exit', () => assert.strictEqual(next, count));
}
