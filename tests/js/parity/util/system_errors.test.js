'use strict';
// Names and texts of system errors.
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

check(outcome(() => util.getSystemErrorName(-2)), '"ENOENT"');
check(outcome(() => util.getSystemErrorMessage(-2)), '"no such file or directory"');
check(outcome(() => util.getSystemErrorMap().get(-111)), '["ECONNREFUSED","connection refused"]');
check(outcome(() => util.getSystemErrorName(2)),
      'RangeError ERR_OUT_OF_RANGE: The value of "err" is out of range. It must be a ne' +
      'gative integer. Received 2');
check(outcome(() => util.getSystemErrorName('x')),
      'TypeError ERR_INVALID_ARG_TYPE: The "err" argument must be of type number. Recei' +
      'ved type string (\'x\')');
check(outcome(() => util.getSystemErrorName(-99999)), '"Unknown system error -99999"');
check(outcome(() => util.getSystemErrorMessage(-99999)), '"Unknown system error -99999"');
check(outcome(() => util.convertProcessSignalToExitCode('SIGTERM')), '143');
