'use strict';
// compare, equals, copy, fill, concat, slice, swap.
const assert = require('node:assert');

const abc = Buffer.from('abc');
assert.strictEqual(Buffer.compare(abc, Buffer.from('abd')), -1);
assert.strictEqual(abc.compare(Buffer.from('ab')), 1);
assert.strictEqual(abc.compare(Buffer.from('xabc'), 1), 0);
assert.strictEqual(abc.compare(Buffer.from('abc'), 4), 1);
assert.strictEqual(abc.compare(Buffer.from('bc'), 0, 2, 1, 3), 0);
assert.throws(() => abc.compare(abc, 0, 9), {
  code: 'ERR_OUT_OF_RANGE', message: 'The value of "targetEnd" is out of range. It must be >= 0 && <= 3. Received 9',
});
assert.throws(() => Buffer.compare('a', abc), {
  message: 'The "buf1" argument must be an instance of Buffer or Uint8Array. Received type string (\'a\')',
});
assert.ok(abc.equals(new Uint8Array([97, 98, 99])));
assert.ok(!abc.equals(Buffer.from('abd')));
assert.throws(() => abc.equals('abc'), { code: 'ERR_INVALID_ARG_TYPE' });

const target = Buffer.alloc(3);
assert.strictEqual(abc.copy(target, 1), 2);
assert.strictEqual(target.toString('latin1'), '\0ab');
assert.strictEqual(abc.copy(target, 5), 0);
assert.strictEqual(abc.copy(target, 0, 1, 2), 1);
assert.strictEqual(abc.copy(target, '1', 1.9), 2);
assert.throws(() => abc.copy(target, 0, 4), {
  message: 'The value of "sourceStart" is out of range. It must be >= 0 && <= 3. Received 4',
});
assert.throws(() => abc.copy(target, -1), { message: /"targetStart" is out of range. It must be >= 0\./ });
assert.throws(() => abc.copy(), { code: 'ERR_INVALID_ARG_TYPE' });
const overlap = Buffer.from('abcdef');
overlap.copy(overlap, 2, 0, 4);
assert.strictEqual(overlap.toString(), 'ababcd');

assert.strictEqual(Buffer.alloc(5).fill('ab').toString(), 'ababa');
assert.strictEqual(Buffer.alloc(5, '.').fill('x', 1, 3).toString(), '.xx..');
assert.strictEqual(Buffer.alloc(4).fill('ff', 'hex').toString('hex'), 'ffffffff');
assert.deepStrictEqual([...Buffer.alloc(2).fill(true)], [1, 1]);
assert.deepStrictEqual([...Buffer.alloc(2, 5).fill({})], [0, 0]);
assert.throws(() => Buffer.alloc(3).fill('a', 0, 5), { code: 'ERR_OUT_OF_RANGE' });
assert.throws(() => Buffer.alloc(3).fill('a', 'nope'), { code: 'ERR_UNKNOWN_ENCODING' });
assert.throws(() => Buffer.alloc(3).fill(Buffer.alloc(0)), { code: 'ERR_INVALID_ARG_VALUE' });

assert.strictEqual(Buffer.concat([abc, new Uint8Array([100])]).toString(), 'abcd');
assert.strictEqual(Buffer.concat([abc, abc], 4).toString(), 'abca');
assert.strictEqual(Buffer.concat([abc], 5).toString('hex'), '6162630000');
assert.throws(() => Buffer.concat([abc, 1]), { message: /^The "list\[1\]" argument must be an instance of/ });
assert.throws(() => Buffer.concat('x'), { code: 'ERR_INVALID_ARG_TYPE' });

const part = overlap.slice(-4, -1);
assert.strictEqual(part.toString(), 'abc');
assert.strictEqual(part.buffer, overlap.buffer);
assert.strictEqual(overlap.subarray('1', 3.9).length, 2);
assert.strictEqual(overlap.subarray(4, 2).length, 0);

const bytes = Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]);
assert.strictEqual(Buffer.from(bytes).swap16().toString('hex'), '0201040306050807');
assert.strictEqual(Buffer.from(bytes).swap32().toString('hex'), '0403020108070605');
assert.strictEqual(Buffer.from(bytes).swap64().toString('hex'), '0807060504030201');
