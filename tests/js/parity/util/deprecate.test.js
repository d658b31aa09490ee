'use strict';
// util.deprecate warns once for a function and once for a code.
const assert = require('node:assert');
const { deprecate } = require('node:util');

const warnings = [];
process.removeAllListeners('warning');
process.on('warning', ({ name, code, message }) => warnings.push([name, code, message]));
const first = deprecate(function first(a, b) { return this.x + a + b; }, 'first is old', 'DEP_T');
assert.strictEqual(first.call({ x: 1 }, 2, 3), 6);
first.call({ x: 1 });
deprecate(() => {}, 'same code', 'DEP_T')();
deprecate(() => {}, 'no code')();
class Old {
  constructor(x) { this.x = x; }
}
const OldToo = deprecate(Old, 'Old is old', 'DEP_C');
const made = new OldToo(5);
assert.strictEqual(made.x, 5);
assert.ok(made instanceof Old);
assert.throws(() => deprecate(() => {}, 'm', 5), { code: 'ERR_INVALID_ARG_TYPE' });
process.noDeprecation = true;
deprecate(() => {}, 'silent', 'DEP_S')();
setImmediate(() => assert.deepStrictEqual(warnings, [
  ['DeprecationWarning', 'DEP_T', 'first is old'],
  ['DeprecationWarning', undefined, 'no code'],
  ['DeprecationWarning', 'DEP_C', 'Old is old'],
]));
