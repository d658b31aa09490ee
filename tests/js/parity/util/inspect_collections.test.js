'use strict';
// Map, Set, their iterators, WeakMap and WeakSet.
const assert = require('node:assert');
const { inspect } = require('node:util');
const map = new Map([['a', 1], [{ k: 1 }, [2]]]);
const set = new Set([1, 'a', { b: 1 }]);

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(inspect(map), 'Map(2) { \'a\' => 1, { k: 1 } => [ 2 ] }');
check(inspect(set), 'Set(3) { 1, \'a\', { b: 1 } }');
check(inspect(new Map()), 'Map(0) {}');
check(inspect(new Set()), 'Set(0) {}');
check(inspect(map.entries()), '[Map Entries] { [ \'a\', 1 ], [ { k: 1 }, [ 2 ] ] }');
check(inspect(map.keys()), '[Map Iterator] { \'a\', { k: 1 } }');
check(inspect(map.values()), '[Map Iterator] { 1, [ 2 ] }');
check(inspect(set.values()), '[Set Iterator] { 1, \'a\', { b: 1 } }');
check(inspect(set.entries()),
      '[Set Entries] { [ 1, 1 ], [ \'a\', \'a\' ], [ { b: 1 }, { b: 1 } ] }');
check(inspect(new WeakMap([[{}, 1]])), 'WeakMap { <items unknown> }');
check(inspect(new WeakSet([{ a: 1 }])), 'WeakSet { <items unknown> }');
check(inspect(new WeakSet([{ a: 1 }]), { showHidden: true }), 'WeakSet { { a: 1 } }');
check(inspect(new WeakMap([[{ a: 1 }, 2]]), { showHidden: true }), 'WeakMap { { a: 1 } => 2 }');
check(inspect((() => { const m = new Map(); m.set('self', m); return m; })()),
      '<ref *1> Map(1) { \'self\' => [Circular *1] }');
check(inspect(new Map([[1, new Map([[2, new Map([[3, new Map([[4, 5]])]])]])]])),
      'Map(1) { 1 => Map(1) { 2 => Map(1) { 3 => [Map] } } }');
check(inspect(new Set([1, 2, 3, 4]), { maxArrayLength: 2 }), 'Set(4) { 1, 2, ... 2 more items }');
check(inspect(new (class Table extends Map {})([[1, 2]])), 'Table(1) [Map] { 1 => 2 }');
check(inspect(Object.assign(new Set([1]), { x: 1 })), 'Set(1) { 1, x: 1 }');
check(inspect([1][Symbol.iterator]()), 'Object [Array Iterator] {}');
check(inspect('a'[Symbol.iterator]()), 'Object [String Iterator] {}');
