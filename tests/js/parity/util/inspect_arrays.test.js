'use strict';
// Arrays: holes, extra keys, limits, subclasses.
const assert = require('node:assert');
const { inspect } = require('node:util');

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(inspect([]), '[]');
check(inspect([1, [2, [3, [4]]]]), '[ 1, [ 2, [ 3, [Array] ] ] ]');
check(inspect([, 1, , , 2, , ]), '[ <1 empty item>, 1, <2 empty items>, 2, <1 empty item> ]');
check(inspect(Object.assign([1], { x: 2, [-1]: 3 })), '[ 1, x: 2, \'-1\': 3 ]');
check(inspect([1, 2, 3], { maxArrayLength: 2 }), '[ 1, 2, ... 1 more item ]');
check(inspect([1, 2, 3], { maxArrayLength: 0 }), '[ ... 3 more items ]');
check(inspect(new Array(3)), '[ <3 empty items> ]');
check(inspect([undefined, null]), '[ undefined, null ]');
check(inspect((class List extends Array {}).from([1, 2])), 'List(2) [ 1, 2 ]');
check(inspect(Object.setPrototypeOf([1], null)), '[Array(1): null prototype] [ 1 ]');
check(inspect([{ name: 'alice', tags: ['a', 'b'] }, { name: 'bob', tags: [] }]),
      '[ { name: \'alice\', tags: [ \'a\', \'b\' ] }, { name: \'bob\', tags: [] } ]');
check(inspect([[], {}, [[]]]), '[ [], {}, [ [] ] ]');
check(inspect([1, 2], { showHidden: true }), '[ 1, 2, [length]: 2 ]');
