'use strict';
// Messages of strictEqual and notStrictEqual.
const assert = require('node:assert');
function messageOf(call) {
  try {
    call();
  } catch (error) {
    return `${error.name} ${error.code} ${error.operator} ${error.generatedMessage}\n${error.message}`;
  }
  return 'nothing thrown';
}
const circular = {};
circular.self = circular;

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(messageOf(() => assert.strictEqual(1, 2)), [
  'AssertionError ERR_ASSERTION strictEqual true',
  'Expected values to be strictly equal:',
  '',
  '1 !== 2',
  '',
].join('\n'));
check(messageOf(() => assert.strictEqual('a', 'b')), [
  'AssertionError ERR_ASSERTION strictEqual true',
  'Expected values to be strictly equal:',
  '',
  '\'a\' !== \'b\'',
  '',
].join('\n'));
check(messageOf(() => assert.strictEqual(1, '1')), [
  'AssertionError ERR_ASSERTION strictEqual true',
  'Expected values to be strictly equal:',
  '',
  '1 !== \'1\'',
  '',
].join('\n'));
check(messageOf(() => assert.strictEqual(null, undefined)), [
  'AssertionError ERR_ASSERTION strictEqual true',
  'Expected values to be strictly equal:',
  '+ actual - expected',
  '',
  '+ null',
  '- undefined',
  '',
].join('\n'));
check(messageOf(() => assert.strictEqual(0, -0)), [
  'AssertionError ERR_ASSERTION strictEqual true',
  'Expected values to be strictly equal:',
  '+ actual - expected',
  '',
  '+ 0',
  '- -0',
  '',
].join('\n'));
check(messageOf(() => assert.strictEqual('abcdefghijklm', 'abcdefghijkln')), [
  'AssertionError ERR_ASSERTION strictEqual true',
  'Expected values to be strictly equal:',
  '+ actual - expected',
  '',
  '+ \'abcdefghijklm\'',
  '- \'abcdefghijkln\'',
  '               ^',
  '',
].join('\n'));
check(messageOf(() => assert.strictEqual('x'.repeat(60), `${'x'.repeat(59)}y`)), [
  'AssertionError ERR_ASSERTION strictEqual true',
  'Expected values to be strictly equal:',
  '+ actual - expected',
  '',
  '+ \'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\'',
  '- \'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxy\'',
  '',
].join('\n'));
check(messageOf(() => assert.strictEqual({ a: 1 }, { a: 2 })), [
  'AssertionError ERR_ASSERTION strictEqual true',
  'Expected "actual" to be reference-equal to "expected":',
  '+ actual - expected',
  '',
  '  {',
  '+   a: 1',
  '-   a: 2',
  '  }',
  '',
].join('\n'));
check(messageOf(() => assert.strictEqual({ a: 1 }, { a: 1 })), [
  'AssertionError ERR_ASSERTION strictEqual true',
  'Values have same structure but are not reference-equal:',
  '',
  '{',
  '  a: 1',
  '}',
  '',
].join('\n'));
check(messageOf(() => assert.strictEqual([1, 2, 3], [1, 2, 3])), [
  'AssertionError ERR_ASSERTION strictEqual true',
  'Values have same structure but are not reference-equal:',
  '',
  '[',
  '  1,',
  '  2,',
  '  3',
  ']',
  '',
].join('\n'));
check(messageOf(() => assert.strictEqual([], {})), [
  'AssertionError ERR_ASSERTION strictEqual true',
  'Expected "actual" to be reference-equal to "expected":',
  '+ actual - expected',
  '',
  '+ []',
  '- {}',
  '',
].join('\n'));
check(messageOf(() => assert.strictEqual(() => {}, 'text')), [
  'AssertionError ERR_ASSERTION strictEqual true',
  'Expected values to be strictly equal:',
  '+ actual - expected',
  '',
  '+ [Function (anonymous)]',
  '- \'text\'',
  '',
].join('\n'));
check(messageOf(() => assert.strictEqual(12345678901, 12345678902)), [
  'AssertionError ERR_ASSERTION strictEqual true',
  'Expected values to be strictly equal:',
  '+ actual - expected',
  '',
  '+ 12345678901',
  '- 12345678902',
  '            ^',
  '',
].join('\n'));
check(messageOf(() => assert.strictEqual(1, 2, 'own message')), [
  'AssertionError ERR_ASSERTION strictEqual false',
  'own message',
  '',
  '1 !== 2',
  '',
].join('\n'));
check(messageOf(() => assert.notStrictEqual(1, 1)), [
  'AssertionError ERR_ASSERTION notStrictEqual true',
  'Expected "actual" to be strictly unequal to: 1',
].join('\n'));
check(messageOf(() => assert.notStrictEqual(NaN, NaN)), [
  'AssertionError ERR_ASSERTION notStrictEqual true',
  'Expected "actual" to be strictly unequal to: NaN',
].join('\n'));
check(messageOf(() => assert.notStrictEqual(circular, circular)), [
  'AssertionError ERR_ASSERTION notStrictEqual true',
  'Expected "actual" not to be reference-equal to "expected":',
  '',
  '<ref *1> {',
  '  self: [Circular *1]',
  '}',
  '',
].join('\n'));
check(messageOf(() => assert.notStrictEqual('a\nb', 'a\nb')), [
  'AssertionError ERR_ASSERTION notStrictEqual true',
  'Expected "actual" to be strictly unequal to:',
  '',
  '\'a\\nb\'',
].join('\n'));
check(messageOf(() => assert.strictEqual(NaN, NaN)), 'nothing thrown');
check(messageOf(() => assert.strictEqual(1)), [
  'TypeError ERR_MISSING_ARGS undefined undefined',
  'The "actual" and "expected" arguments must be specified',
].join('\n'));
