'use strict';
// stripVTControlCharacters, toUSVString, diff.
const assert = require('node:assert');
const util = require('node:util');
function outcome(call) {
  try {
    return JSON.stringify(call()) ?? 'undefined';
  } catch (error) {
    return `${error.name} ${error.code}: ${error.message}`;
  }
}

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(outcome(() => util.stripVTControlCharacters('\x1b[31mx\x1b[39m\x1b]8;;http://a\x07l\x1b]8;;\x07')),
      '"xl"');
check(outcome(() => util.stripVTControlCharacters(1)),
      'TypeError ERR_INVALID_ARG_TYPE: The "str" argument must be of type string. Recei' +
      'ved type number (1)');
check(outcome(() => util.toUSVString('a\ud800b')), '"a�b"');
check(outcome(() => util.toUSVString(5)), '"5"');
check(outcome(() => util.diff('abc', 'abd')), '[[0,"a"],[0,"b"],[1,"c"],[-1,"d"]]');
check(outcome(() => util.diff(['a', 'b', 'c'], ['a', 'c'])), '[[0,"a"],[1,"b"],[0,"c"]]');
check(outcome(() => util.diff('same', 'same')), '[]');
check(outcome(() => util.diff(1, 2)),
      'TypeError ERR_INVALID_ARG_TYPE: The "actual" argument must be of type string. Re' +
      'ceived type number (1)');
check(outcome(() => util.diff([1], [2])),
      'TypeError ERR_INVALID_ARG_TYPE: The "actual[0]" argument must be of type string.' +
      ' Received type number (1)');
