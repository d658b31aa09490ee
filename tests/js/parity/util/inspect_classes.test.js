'use strict';
// Names of classes, prototypes and Symbol.toStringTag.
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

check(inspect(new Foo()), 'Foo { a: 1 }');
check(inspect(new Bar()), 'Bar { a: 1 }');
check(inspect(new (class {})()), '{}');
check(inspect(Object.create(null)), '[Object: null prototype] {}');
check(inspect(Object.assign(Object.create(null), { a: 1 })), '[Object: null prototype] { a: 1 }');
check(inspect(Object.setPrototypeOf(new Foo(), null)), '[Foo: null prototype] { a: 1 }');
check(inspect(Object.create({})), '{}');
check(inspect(Object.create(Object.create(null))), 'Object <[Object: null prototype] {}> {}');
check(inspect(Object.create(Foo.prototype)), 'Foo {}');
check(inspect(Foo.prototype), '{}');
check(inspect(Bar.prototype), 'Foo {}');
check(inspect({ constructor: 'x' }), '{ constructor: \'x\' }');
check(inspect({ [Symbol.toStringTag]: 'Tag', a: 1 }),
      '{ a: 1, Symbol(Symbol.toStringTag): \'Tag\' }');
check(inspect(new (class Tagged { get [Symbol.toStringTag]() { return 'tag'; } })()),
      'Tagged [tag] {}');
check(inspect(new (class Same { get [Symbol.toStringTag]() { return 'Same'; } })()), 'Same {}');
check(inspect({ a: new Foo() }, { depth: 0 }), '{ a: [Foo] }');
check(inspect(Object.assign(Object.create(null), { [Symbol.toStringTag]: 'T' })),
      '[T: null prototype] { Symbol(Symbol.toStringTag): \'T\' }');
check(inspect(new Foo(), { depth: -1 }), '[Foo]');
check(inspect([Math, JSON, Reflect]),
      '[ Object [Math] {}, Object [JSON] {}, Object [Reflect] {} ]');
