'use strict';
// References to an enclosing object.
const assert = require('node:assert');
const { inspect } = require('node:util');
const circular = { name: 'c' };
circular.self = circular;
circular.list = [circular, { circular }];
const pair = {};
pair.left = { pair };
pair.right = { left: pair.left };
const list = [];
list.push(list, [list]);

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(inspect(circular), [
  '<ref *1> {',
  '  name: \'c\',',
  '  self: [Circular *1],',
  '  list: [ [Circular *1], { circular: [Circular *1] } ]',
  '}',
].join('\n'));
check(inspect(pair), [
  '<ref *1> {',
  '  left: { pair: [Circular *1] },',
  '  right: { left: { pair: [Circular *1] } }',
  '}',
].join('\n'));
check(inspect(list), '<ref *1> [ [Circular *1], [ [Circular *1] ] ]');
check(inspect({ circular }), [
  '{',
  '  circular: <ref *1> {',
  '    name: \'c\',',
  '    self: [Circular *1],',
  '    list: [ [Circular *1], [Object] ]',
  '  }',
  '}',
].join('\n'));
check(inspect(circular, { compact: true }), [
  '<ref *1> {',
  '  name: \'c\',',
  '  self: [Circular *1],',
  '  list: [ [Circular *1], { circular: [Circular *1] } ] }',
].join('\n'));
check(inspect([list, list]), [
  '[',
  '  <ref *1> [ [Circular *1], [ [Circular *1] ] ],',
  '  <ref *1> [ [Circular *1], [ [Circular *1] ] ]',
  ']',
].join('\n'));
