'use strict';
// 'beforeExit' comes each time the loop is empty, 'exit' once; work may be added in between.
const assert = require('node:assert');

const order = [];
let rounds = 0;
process.on('beforeExit', (code) => {
  order.push(`beforeExit ${code}`);
  if (rounds++ === 0) setTimeout(() => order.push('more work'), 1);
});
process.on('exit', (code) => {
  order.push(`exit ${code}`);
  assert.deepStrictEqual(order, ['beforeExit 0', 'more work', 'beforeExit 0', 'exit 0']);
  process.nextTick(() => assert.fail('nothing runs after exit'));
});
