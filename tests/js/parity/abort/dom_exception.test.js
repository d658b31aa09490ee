'use strict';
// DOMException.
const assert = require('node:assert');
const outcome = (call) => {
  try {
    return String(call());
  } catch (error) {
    return `${error.name} ${error.code}: ${error.message}`;
  }
};
const made = new DOMException('m', 'AbortError');

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(outcome(() => made), 'AbortError: m');
check(outcome(() => made.name), 'AbortError');
check(outcome(() => made.message), 'm');
check(outcome(() => made.code), '20');
check(outcome(() => made instanceof Error), 'true');
check(outcome(() => Object.prototype.toString.call(made)), '[object DOMException]');
check(outcome(() => require('node:util').types.isNativeError(made)), 'true');
check(outcome(() => made.stack.split('\n')[0]), 'AbortError: m');
check(outcome(() => new DOMException('x', { name: 'DataCloneError', cause: 5 }).cause), '5');
check(outcome(() => new DOMException('x', { name: 'DataCloneError' }).code), '25');
check(outcome(() => new DOMException().name), 'Error');
check(outcome(() => new DOMException('a', 'Unknown').code), '0');
check(outcome(() => new DOMException('a', 'ValidationError').code), '0');
check(outcome(() => DOMException.ABORT_ERR), '20');
check(outcome(() => made.TIMEOUT_ERR), '23');
check(outcome(() => DOMException()),
      'TypeError undefined: Class constructor DOMException cannot be invoked without \'new\'');
check(outcome(() => require('node:util').inspect(made).split('\n')[0]),
      'DOMException [AbortError]: m');
check(outcome(() => Object.keys(made)), '');
