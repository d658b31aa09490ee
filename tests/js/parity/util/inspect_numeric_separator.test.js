'use strict';
// The numericSeparator option.
const assert = require('node:assert');
const { inspect } = require('node:util');
const show = (value) => inspect(value, { numericSeparator: true });

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(show(1234567), '1_234_567');
check(show(1234.5678), '1_234.567_8');
check(show(-1234567), '-1_234_567');
check(show(999), '999');
check(show(12345678n), '12_345_678n');
check(show(0.00001234), '0.000_012_34');
check(show(1e21), '1e+21');
check(show([123456.123456, 1000]), '[ 123_456.123_456, 1_000 ]');
