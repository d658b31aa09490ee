'use strict';
// util.inspect of primitive values.
const assert = require('node:assert');
const { inspect } = require('node:util');

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(inspect(1), '1');
check(inspect(-0), '-0');
check(inspect(1e21), '1e+21');
check(inspect(NaN), 'NaN');
check(inspect(10n), '10n');
check(inspect(true), 'true');
check(inspect(null), 'null');
check(inspect(undefined), 'undefined');
check(inspect('text'), '\'text\'');
check(inspect('it\'s'), '"it\'s"');
check(inspect('"a" and \'b\''), '`"a" and \'b\'`');
check(inspect('` " \''), '\'` " \\\'\'');
check(inspect('\n\t\x1b\x7f\x00'), '\'\\n\\t\\x1B\\x7F\\x00\'');
check(inspect('\ud83d'), '\'\\ud83d\'');
check(inspect('\\'), '\'\\\\\'');
check(inspect(Symbol('a b')), 'Symbol(a b)');
check(inspect(Symbol()), 'Symbol()');
check(inspect(Symbol.iterator), 'Symbol(Symbol.iterator)');
check(inspect(''), '\'\'');
