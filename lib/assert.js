'use strict';

// assert: the assertions as properties of assert.ok.

const { codes } = require('internal/errors');
const { validateBoolean, validateObject, validateOneOf } = require('internal/validators');
const { AssertionError } = require('internal/assert/assertion_error');
const { checkOk, makeAssertions } = require('internal/assert/methods');
const { defineLazy } = require('internal/bootstrap/define');

function assert(...args) {
  checkOk(assert, args.length, ...args);
}
Object.defineProperty(assert, 'name', { value: 'ok' });

function ok(...args) {
  checkOk(ok, args.length, ...args);
}

// In strict mode the loose names mean the strict assertions.
const kStrictTwins = {
  equal: 'strictEqual',
  deepEqual: 'deepStrictEqual',
  notEqual: 'notStrictEqual',
  notDeepEqual: 'notDeepStrictEqual',
};

function toStrict(assertions) {
  for (const name of Object.keys(kStrictTwins)) assertions[name] = assertions[kStrictTwins[name]];
  return assertions;
}

// new Assert({ diff, strict, skipPrototype }): assertions with options of their own.
function Assert(options = undefined) {
  if (!new.target) throw new codes.ERR_CONSTRUCT_CALL_REQUIRED('Assert');
  const settings = { strict: true, skipPrototype: false, diff: 'simple', ...options };
  if (options !== undefined) validateObject(options, 'options');
  validateBoolean(settings.strict, 'options.strict');
  validateBoolean(settings.skipPrototype, 'options.skipPrototype');
  validateOneOf(settings.diff, 'options.diff', ['simple', 'full']);
  Object.defineProperty(this, 'AssertionError', { value: AssertionError, configurable: true });
  const own = makeAssertions(settings);
  own.ok = function ok(value, message) {
    checkOk(ok, arguments.length, value, message, settings.diff);
  };
  Object.assign(this, settings.strict ? toStrict(own) : own);
}

const assertions = makeAssertions({ diff: undefined, skipPrototype: false });

for (const name of Object.keys(assertions)) {
  Object.defineProperty(Assert.prototype, name, {
    value: assertions[name], writable: true, configurable: true,
  });
}
Object.defineProperty(Assert.prototype, 'ok', { value: ok, writable: true, configurable: true });

function strict(...args) {
  checkOk(strict, args.length, ...args);
}

module.exports = assert;
assert.AssertionError = AssertionError;
defineLazy(assert, 'CallTracker', 'internal/assert/call_tracker', true);
Object.assign(assert, { ok }, assertions);
assert.strict = strict;
assert.Assert = Assert;
toStrict(Object.assign(strict, assert));
strict.strict = strict;
