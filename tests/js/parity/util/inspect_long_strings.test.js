'use strict';
// Long strings: cut at maxStringLength, broken at line ends inside objects.
const assert = require('node:assert');
const { inspect } = require('node:util');

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(inspect('x'.repeat(20), { maxStringLength: 5 }), '\'xxxxx\'... 15 more characters');
check(inspect('x'.repeat(6), { maxStringLength: 5 }), '\'xxxxx\'... 1 more character');
check(inspect('abc', { maxStringLength: 0 }), '\'\'... 3 more characters');
check(inspect('abc', { maxStringLength: null }), '\'abc\'');
check(inspect({ a: 'a line of some length\n'.repeat(4) }), [
  '{',
  '  a: \'a line of some length\\n\' +',
  '    \'a line of some length\\n\' +',
  '    \'a line of some length\\n\' +',
  '    \'a line of some length\\n\'',
  '}',
].join('\n'));
check(inspect('short\nlines'), '\'short\\nlines\'');
check(inspect(['a line of some length\n'.repeat(4)], { compact: true }),
      '[ \'a line of some length\\na line of some length\\na line of some length\\na line o' +
      'f some length\\n\' ]');
check(inspect('word '.repeat(30)),
      '\'word word word word word word word word word word word word word word word word' +
      ' word word word word word word word word word word word word word word \'');
