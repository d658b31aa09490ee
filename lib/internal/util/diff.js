'use strict';

const { codes } = require('internal/errors');
const { validateStringArray } = require('internal/validators');
const { myersDiff } = require('internal/util/myers_diff');

function check(value, name) {
  if (Array.isArray(value)) validateStringArray(value, name);
  else if (typeof value !== 'string') throw new codes.ERR_INVALID_ARG_TYPE(name, 'string', value);
}

// The differences of two texts (by characters) or two lists of lines; empty where they are equal.
function diff(actual, expected) {
  if (actual === expected) return [];
  check(actual, 'actual');
  check(expected, 'expected');
  const script = myersDiff(actual, expected).reverse();
  return script.some(([operation]) => operation !== 0) ? script : [];
}

module.exports = { diff };
