'use strict';
// util.parseEnv: the text of an .env file.
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

check(outcome(() => util.parseEnv('A=1')), '{"A":"1"}');
check(outcome(() => util.parseEnv('A= 1 # c')), '{"A":"1"}');
check(outcome(() => util.parseEnv('A="x\\ny"')), '{"A":"x\\ny"}');
check(outcome(() => util.parseEnv("A='x\\ny'")), '{"A":"x\\\\ny"}');
check(outcome(() => util.parseEnv('A="two\nlines"\nB=2')), '{"A":"two\\nlines","B":"2"}');
check(outcome(() => util.parseEnv('# c\nexport A=1')), '{"A":"1"}');
check(outcome(() => util.parseEnv('A\n=1\nB==2')), '{"B":"=2"}');
check(outcome(() => util.parseEnv('A=\nB=2')), '{"A":"","B":"2"}');
check(outcome(() => util.parseEnv('A=`b`')), '{"A":"b"}');
check(outcome(() => util.parseEnv('A="1#c"')), '{"A":"1#c"}');
check(outcome(() => util.parseEnv('A=1\r\nB=2')), '{"A":"1","B":"2"}');
check(outcome(() => util.parseEnv(1)),
      'TypeError ERR_INVALID_ARG_TYPE: The "content" argument must be of type string. R' +
      'eceived type number (1)');
