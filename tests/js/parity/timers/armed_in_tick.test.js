'use strict';
// A tick that follows a timer may set an earlier timer, or clear the last one.
const assert = require('node:assert');

const order = [];
const late = setTimeout(() => order.push('late'), 2000);
setTimeout(() => process.nextTick(() => {
  setTimeout(() => {
    order.push('early');
    process.nextTick(() => clearTimeout(late));
  }, 5);
}), 5);
process.on('exit', () => assert.deepStrictEqual(order, ['early']));
