'use strict';
// partialDeepStrictEqual: actual may have more than expected.
const assert = require('node:assert');

function holds(actual, expected) {
  try {
    assert.partialDeepStrictEqual(actual, expected);
    return true;
  } catch (error) {
    assert.strictEqual(error.code, 'ERR_ASSERTION');
    return false;
  }
}
for (const [expected, a, b] of [
  [true, { a: 1, b: 2 }, { a: 1 }],
  [false, { a: 1 }, { a: 1, b: 2 }],
  [true, { a: { b: 1, c: 2 } }, { a: { c: 2 } }],
  [true, [1, 2, 3], [1, 3]],
  [false, [1, 2, 3], [3, 1]],
  [false, [1, 1], [1, 1, 1]],
  [true, [{ a: 1, b: 2 }], [{ a: 1 }]],
  [true, new Set([1, 2]), new Set([2])],
  [true, new Set([{ a: 1, b: 2 }]), new Set([{ a: 1 }])],
  [true, new Map([[1, { a: 1, b: 1 }], [2, 2]]), new Map([[1, { a: 1 }]])],
  [false, new Map([[1, 2]]), new Map([[1, 3]])],
  [true, 'same', 'same'],
  [false, 1, '1'],
  [false, { a: 0 }, { a: -0 }],
]) {
  assert.strictEqual(holds(a, b), expected, require('node:util').format(a, b));
}
