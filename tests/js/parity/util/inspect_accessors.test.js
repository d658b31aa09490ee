'use strict';
// Getters and setters.
const assert = require('node:assert');
const { inspect } = require('node:util');
const object = { get a() { return 1; }, set b(x) {}, get c() { return { x: 1 }; }, set c(x) {} };

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(inspect(object), '{ a: [Getter], b: [Setter], c: [Getter/Setter] }');
check(inspect(object, { getters: true }),
      '{ a: [Getter: 1], b: [Setter], c: [Getter/Setter] { x: 1 } }');
check(inspect(object, { getters: 'get' }), '{ a: [Getter: 1], b: [Setter], c: [Getter/Setter] }');
check(inspect(object, { getters: 'set' }),
      '{ a: [Getter], b: [Setter], c: [Getter/Setter] { x: 1 } }');
check(inspect({ get a() { return null; }, get b() { return undefined; } }, { getters: true }),
      '{ a: [Getter: null], b: [Getter: undefined] }');
check(inspect({ get a() { throw new Error('bad'); } }, { getters: true }).split('\n')[0], '{');
check(inspect(new (class P { get acc() { return 7; } })(), { showHidden: true }),
      'P { [acc]: [Getter] }');
