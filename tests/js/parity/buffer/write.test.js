'use strict';
// write and the xxxWrite methods: offsets, lengths, whole characters only, refused arguments.
const assert = require('node:assert');

const make = () => Buffer.alloc(3);
assert.strictEqual(make().write('€€'), 3);
assert.strictEqual(make().write('a€'), 1);
assert.strictEqual(make().write('abc', 1), 2);
assert.strictEqual(make().write('abc', 1, 1, 'utf8'), 1);
assert.strictEqual(make().write('abc', 1, 'latin1'), 2);
assert.strictEqual(make().write('abc', 'hex'), 1);
assert.strictEqual(make().write('YWJjZGVm', 'base64'), 3);
assert.strictEqual(make().write('ab', 'ucs2'), 2);
assert.strictEqual(make().write('é€'), 2);
assert.strictEqual(make().write('éé'), 2);
assert.strictEqual(make().write('', 3), 0);
for (const [args, code, message] of [
  [[5], 'ERR_INVALID_ARG_TYPE', 'argument must be a string'],
  [[], 'ERR_INVALID_ARG_TYPE', 'argument must be a string'],
  [['abc', 4], 'ERR_OUT_OF_RANGE',
   'The value of "offset" is out of range. It must be >= 0 && <= 3. Received 4'],
  [['abc', 1, 5], 'ERR_OUT_OF_RANGE',
   'The value of "length" is out of range. It must be >= 0 && <= 3. Received 5'],
  [['abc', 1, -1], 'ERR_OUT_OF_RANGE', /"length"/],
  [['abc', '1'], 'ERR_UNKNOWN_ENCODING', 'Unknown encoding: 1'],
  [['abc', 0, 1, 'nope'], 'ERR_UNKNOWN_ENCODING', /nope/],
]) {
  assert.throws(() => make().write(...args), { code, message });
}
assert.strictEqual(make().utf8Write('abc', 1), 2);
assert.throws(() => make().utf8Write('abc', 4), { code: 'ERR_BUFFER_OUT_OF_BOUNDS' });
assert.throws(() => make().utf8Write(5), { message: 'argument must be a string' });
const b = make();
b.hexWrite('ffee', 1);
assert.deepStrictEqual([...b], [0, 255, 238]);
