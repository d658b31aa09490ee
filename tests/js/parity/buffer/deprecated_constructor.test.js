'use strict';
// Buffer() and new Buffer(): still there, with one warning.
const assert = require('node:assert');

const warnings = [];
process.on('warning', (warning) => warnings.push(warning.code));
assert.deepStrictEqual([...Buffer(3)], [0, 0, 0]);
assert.strictEqual(new Buffer('ab', 'hex').toString('hex'), 'ab');
assert.strictEqual(Buffer([1, 2]).length, 2);
assert.throws(() => Buffer(3, 'utf8'), {
  message: 'The "string" argument must be of type string. Received type number (3)',
});
setImmediate(() => assert.deepStrictEqual(warnings, ['DEP0005']));
