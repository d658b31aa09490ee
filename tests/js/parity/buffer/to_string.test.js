'use strict';
// toString and the xxxSlice methods: ranges and refused arguments.
const assert = require('node:assert');

const b = Buffer.from('abcdef');
assert.strictEqual(b.toString(), 'abcdef');
assert.strictEqual(b.toString(undefined, 1), 'bcdef');
assert.strictEqual(b.toString('utf8', -1, 2), 'ab');
assert.strictEqual(b.toString('utf8', 2, 1), '');
assert.strictEqual(b.toString('utf8', 99), '');
assert.strictEqual(b.toString('utf8', 1, 99), 'bcdef');
assert.strictEqual(b.toString('utf8', '1', '3'), 'bc');
assert.strictEqual(b.toString('utf8', '1', 'x'), '');
assert.strictEqual(b.toString('latin1', NaN, 1.9), 'a');
assert.strictEqual(b.toLocaleString('hex'), '616263646566');
assert.strictEqual(String(b), 'abcdef');
assert.throws(() => b.toString('nope'), { code: 'ERR_UNKNOWN_ENCODING' });
assert.throws(() => b.toString(null), { message: 'Unknown encoding: null' });

assert.strictEqual(b.utf8Slice(1, 3), 'bc');
assert.strictEqual(b.hexSlice(), '616263646566');
assert.strictEqual(b.utf8Slice(2, 1), '');
assert.throws(() => b.latin1Slice(-1), { name: 'RangeError', message: 'Index out of range' });
assert.throws(() => b.utf8Slice(0, 9), { code: 'ERR_OUT_OF_RANGE' });
assert.deepStrictEqual(b.subarray(0, 2).toJSON(), { type: 'Buffer', data: [97, 98] });
