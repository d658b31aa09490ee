'use strict';
// What assert.throws and doesNotThrow say.
const assert = require('node:assert');
function messageOf(call) {
  try {
    call();
  } catch (error) {
    return `${error.name} ${error.code} ${error.operator} ${error.generatedMessage}\n${error.message}`;
  }
  return 'nothing thrown';
}
const thrower = (error) => () => { throw error; };

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(messageOf(() => assert.throws(() => {})), [
  'AssertionError ERR_ASSERTION throws false',
  'Missing expected exception.',
].join('\n'));
check(messageOf(() => assert.throws(() => {}, 'own')), [
  'AssertionError ERR_ASSERTION throws false',
  'Missing expected exception: own',
].join('\n'));
check(messageOf(() => assert.throws(() => {}, TypeError)), [
  'AssertionError ERR_ASSERTION throws false',
  'Missing expected exception (TypeError).',
].join('\n'));
check(messageOf(() => assert.throws(() => {}, RangeError, 'own')), [
  'AssertionError ERR_ASSERTION throws false',
  'Missing expected exception (RangeError): own',
].join('\n'));
check(messageOf(() => assert.throws(thrower(new Error('a')), TypeError)), [
  'AssertionError ERR_ASSERTION throws true',
  'The error is expected to be an instance of "TypeError". Received "Error"',
  '',
  'Error message:',
  '',
  'a',
].join('\n'));
check(messageOf(() => assert.throws(thrower(new Error('a')), /b/)), [
  'AssertionError ERR_ASSERTION throws true',
  'The input did not match the regular expression /b/. Input:',
  '',
  '\'Error: a\'',
  '',
].join('\n'));
check(messageOf(() => assert.throws(thrower(new Error('a')), { message: 'b' })), [
  'AssertionError ERR_ASSERTION throws true',
  'Expected values to be strictly deep-equal:',
  '+ actual - expected',
  '',
  '  Comparison {',
  '+   message: \'a\'',
  '-   message: \'b\'',
  '  }',
  '',
].join('\n'));
check(messageOf(() => assert.throws(thrower(new Error('a')), { message: /b/ })), [
  'AssertionError ERR_ASSERTION throws true',
  'Expected values to be strictly deep-equal:',
  '+ actual - expected',
  '',
  '  Comparison {',
  '+   message: \'a\'',
  '-   message: /b/',
  '  }',
  '',
].join('\n'));
check(messageOf(() => assert.throws(thrower(new Error('a')), { message: 'a', code: 'X' })), [
  'AssertionError ERR_ASSERTION throws true',
  'Expected values to be strictly deep-equal:',
  '+ actual - expected',
  '',
  '  Comparison {',
  '-   code: \'X\',',
  '    message: \'a\'',
  '  }',
  '',
].join('\n'));
check(messageOf(() => assert.throws(thrower(new Error('a')), new Error('b'))), [
  'AssertionError ERR_ASSERTION throws true',
  'Expected values to be strictly deep-equal:',
  '+ actual - expected',
  '',
  '  Comparison {',
  '+   message: \'a\',',
  '-   message: \'b\',',
  '    name: \'Error\'',
  '  }',
  '',
].join('\n'));
check(messageOf(() => assert.throws(thrower(new Error('a')), () => false)), [
  'AssertionError ERR_ASSERTION throws true',
  'The validation function is expected to return "true". Received false',
  '',
  'Caught error:',
  '',
  'Error: a',
].join('\n'));
check(messageOf(() => assert.throws(thrower(new Error('a')), function check() { return 5; })), [
  'AssertionError ERR_ASSERTION throws true',
  'The "check" validation function is expected to return "true". Received 5',
  '',
  'Caught error:',
  '',
  'Error: a',
].join('\n'));
check(messageOf(() => assert.throws(thrower(new Error('a')), 'a')), [
  'TypeError ERR_AMBIGUOUS_ARGUMENT undefined undefined',
  'The "error/message" argument is ambiguous. The error message "a" is identical to the message.',
].join('\n'));
check(messageOf(() => assert.throws(5)), [
  'TypeError ERR_INVALID_ARG_TYPE undefined undefined',
  'The "fn" argument must be of type function. Received type number (5)',
].join('\n'));
check(messageOf(() => assert.throws(thrower(null), /x/)), [
  'AssertionError ERR_ASSERTION throws true',
  'The input did not match the regular expression /x/. Input:',
  '',
  '\'null\'',
  '',
].join('\n'));
check(messageOf(() => assert.throws(thrower('text'), { message: 'x' })), [
  'AssertionError ERR_ASSERTION throws true',
  'Expected values to be strictly deep-equal:',
  '+ actual - expected',
  '',
  '+ \'text\'',
  '- {',
  '-   message: \'x\'',
  '- }',
  '',
].join('\n'));
check(messageOf(() => assert.throws(thrower(new Error('a')), {})), [
  'TypeError ERR_INVALID_ARG_VALUE undefined undefined',
  'The argument \'error\' may not be an empty object. Received {}',
].join('\n'));
check(messageOf(() => assert.throws(thrower(new Error('a')), 5)), [
  'TypeError ERR_INVALID_ARG_TYPE undefined undefined',
  'The "error" argument must be of type function or an instance of Error, RegExp, or Object. Received type number (5)',
].join('\n'));
check(messageOf(() => assert.throws(thrower(new Error('a')), /b/, 'own')), [
  'AssertionError ERR_ASSERTION throws false',
  'own',
].join('\n'));
check(messageOf(() => assert.throws(thrower(new TypeError('a')), Error)), 'nothing thrown');
check(messageOf(() => assert.throws(thrower(new Error('abc')), /^Error: abc$/)), 'nothing thrown');
check(messageOf(() => assert.throws(thrower(new Error('a')), { name: 'Error', message: /a/ })),
      'nothing thrown');
check(messageOf(() => assert.doesNotThrow(thrower(new Error('a')))), [
  'AssertionError ERR_ASSERTION doesNotThrow false',
  'Got unwanted exception.',
  'Actual message: "a"',
].join('\n'));
check(messageOf(() => assert.doesNotThrow(thrower(new Error('a')), 'own')), [
  'AssertionError ERR_ASSERTION doesNotThrow false',
  'Got unwanted exception: own',
  'Actual message: "a"',
].join('\n'));
check(messageOf(() => assert.doesNotThrow(thrower(new Error('a')), TypeError)), [
  'Error undefined undefined undefined',
  'a',
].join('\n'));
check(messageOf(() => assert.doesNotThrow(() => {})), 'nothing thrown');
check(messageOf(() => assert.match('abc', /x/)), [
  'AssertionError ERR_ASSERTION match true',
  'The input did not match the regular expression /x/. Input:',
  '',
  '\'abc\'',
  '',
].join('\n'));
check(messageOf(() => assert.match(5, /x/)), [
  'AssertionError ERR_ASSERTION match true',
  'The "string" argument must be of type string. Received type number (5)',
].join('\n'));
check(messageOf(() => assert.match('abc', 'x')), [
  'TypeError ERR_INVALID_ARG_TYPE undefined undefined',
  'The "regexp" argument must be an instance of RegExp. Received type string (\'x\')',
].join('\n'));
check(messageOf(() => assert.doesNotMatch('abc', /a/)), [
  'AssertionError ERR_ASSERTION doesNotMatch true',
  'The input was expected to not match the regular expression /a/. Input:',
  '',
  '\'abc\'',
  '',
].join('\n'));
check(messageOf(() => assert.match('abc', /b/)), 'nothing thrown');
