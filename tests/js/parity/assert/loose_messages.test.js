'use strict';
// Messages of the loose assertions.
const assert = require('node:assert');
function messageOf(call) {
  try {
    call();
  } catch (error) {
    return `${error.name} ${error.code} ${error.operator} ${error.generatedMessage}\n${error.message}`;
  }
  return 'nothing thrown';
}

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(messageOf(() => assert.equal(1, 2)), 'AssertionError ERR_ASSERTION == true\n1 == 2');
check(messageOf(() => assert.equal('a', 'b', 'own')), 'AssertionError ERR_ASSERTION == false\nown');
check(messageOf(() => assert.equal({ a: 1 }, { a: 1 })), [
  'AssertionError ERR_ASSERTION == true',
  '{',
  '  a: 1',
  '} == {',
  '  a: 1',
  '}',
].join('\n'));
check(messageOf(() => assert.notEqual(1, 1)), 'AssertionError ERR_ASSERTION != true\n1 != 1');
check(messageOf(() => assert.notEqual(1, '1')), 'AssertionError ERR_ASSERTION != true\n1 != \'1\'');
check(messageOf(() => assert.deepEqual({ a: 1 }, { a: 2 })), [
  'AssertionError ERR_ASSERTION deepEqual true',
  'Expected values to be loosely deep-equal:',
  '',
  '{',
  '  a: 1',
  '}',
  '',
  'should loosely deep-equal',
  '',
  '{',
  '  a: 2',
  '}',
].join('\n'));
check(messageOf(() => assert.notDeepEqual({ a: 1 }, { a: 1 })), [
  'AssertionError ERR_ASSERTION notDeepEqual true',
  'Expected "actual" not to be loosely deep-equal to:',
  '',
  '{',
  '  a: 1',
  '}',
].join('\n'));
check(messageOf(() => assert.notDeepEqual([1], ['1'])), [
  'AssertionError ERR_ASSERTION notDeepEqual true',
  'Expected values not to be loosely deep-equal:',
  '',
  '[',
  '  1',
  ']',
  '',
  'should not loosely deep-equal',
  '',
  '[',
  '  \'1\'',
  ']',
].join('\n'));
check(messageOf(() => assert.deepEqual('x'.repeat(600), 1)), [
  'AssertionError ERR_ASSERTION deepEqual true',
  'Expected values to be loosely deep-equal:',
  '',
  '\'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...',
  '',
  'should loosely deep-equal',
  '',
  '1',
].join('\n'));
check(messageOf(() => assert.equal(1)), [
  'TypeError ERR_MISSING_ARGS undefined undefined',
  'The "actual" and "expected" arguments must be specified',
].join('\n'));
check(messageOf(() => assert.fail()), 'AssertionError ERR_ASSERTION fail true\nFailed');
check(messageOf(() => assert.fail('why')), 'AssertionError ERR_ASSERTION fail false\nwhy');
check(messageOf(() => assert.fail(new TypeError('mine'))), [
  'TypeError undefined undefined undefined',
  'mine',
].join('\n'));
check(messageOf(() => assert.ifError(null)), 'nothing thrown');
check(messageOf(() => assert.ifError(new Error('bad'))), [
  'AssertionError ERR_ASSERTION ifError false',
  'ifError got unwanted exception: bad',
].join('\n'));
check(messageOf(() => assert.ifError('text')), [
  'AssertionError ERR_ASSERTION ifError false',
  'ifError got unwanted exception: \'text\'',
].join('\n'));
check(messageOf(() => assert.ifError(0)), [
  'AssertionError ERR_ASSERTION ifError false',
  'ifError got unwanted exception: 0',
].join('\n'));
check(messageOf(() => assert.ok(0, 'own')), 'AssertionError ERR_ASSERTION == false\nown');
check(messageOf(() => assert.ok()), [
  'AssertionError ERR_ASSERTION == true',
  'No value argument passed to `assert.ok()`',
].join('\n'));
