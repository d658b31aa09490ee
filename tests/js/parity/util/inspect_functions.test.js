'use strict';
// Functions and classes.
const assert = require('node:assert');
const { inspect } = require('node:util');
class Foo {
  constructor() {
    this.a = 1;
  }
}
class Bar extends Foo {}

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(inspect(function named() {}), '[Function: named]');
check(inspect((() => () => {})()), '[Function (anonymous)]');
check(inspect(async () => {}), '[AsyncFunction (anonymous)]');
check(inspect(async function af() {}), '[AsyncFunction: af]');
check(inspect(function* gen() {}), '[GeneratorFunction: gen]');
check(inspect(async function* agen() {}), '[AsyncGeneratorFunction: agen]');
check(inspect(Foo), '[class Foo]');
check(inspect(Bar), '[class Bar extends Foo]');
check(inspect(class {}), '[class (anonymous)]');
check(inspect(class extends Foo {}), '[class (anonymous) extends Foo]');
check(inspect(class Static { static x = 1; }), '[class Static] { x: 1 }');
check(inspect(Object.assign(() => {}, { a: 1 })), '[Function (anonymous)] { a: 1 }');
check(inspect(Object.setPrototypeOf(function lost() {}, null)),
      '[Function (null prototype): lost]');
check(inspect(class extends null {}), '[class (anonymous)]');
check(inspect({ f() {}, g: () => {}, async h() {}, *i() {}, j: class {} }), [
  '{',
  '  f: [Function: f],',
  '  g: [Function: g],',
  '  h: [AsyncFunction: h],',
  '  i: [GeneratorFunction: i],',
  '  j: [class j]',
  '}',
].join('\n'));
check(inspect((function bound() {}).bind(null)), '[Function: bound bound]');
check(inspect(Math.max), '[Function: max]');
check(inspect((function*() {})()), 'Object [Generator] {}');
check(inspect(function() { return arguments; }(1, 'a')), '[Arguments] { \'0\': 1, \'1\': \'a\' }');
