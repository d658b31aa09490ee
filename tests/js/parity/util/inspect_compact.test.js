'use strict';
// The compact option.
const assert = require('node:assert');
const { inspect } = require('node:util');
const value = { a: { b: { c: 1 } }, d: [1, 2, 3], e: new Map([[{ k: 1 }, { v: 2 }]]) };

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(inspect(value, { compact: false }), [
  '{',
  '  a: {',
  '    b: {',
  '      c: 1',
  '    }',
  '  },',
  '  d: [',
  '    1,',
  '    2,',
  '    3',
  '  ],',
  '  e: Map(1) {',
  '    {',
  '      k: 1',
  '    } => {',
  '      v: 2',
  '    }',
  '  }',
  '}',
].join('\n'));
check(inspect(value, { compact: true }),
      '{ a: { b: { c: 1 } }, d: [ 1, 2, 3 ], e: Map(1) { { k: 1 } => { v: 2 } } }');
check(inspect(value, { compact: 1 }), [
  '{',
  '  a: {',
  '    b: { c: 1 }',
  '  },',
  '  d: [ 1, 2, 3 ],',
  '  e: Map(1) {',
  '    { k: 1 } => { v: 2 }',
  '  }',
  '}',
].join('\n'));
check(inspect(value, { compact: 0 }), [
  '{',
  '  a: {',
  '    b: {',
  '      c: 1',
  '    }',
  '  },',
  '  d: [',
  '    1,',
  '    2,',
  '    3',
  '  ],',
  '  e: Map(1) {',
  '    {',
  '      k: 1',
  '    } => {',
  '      v: 2',
  '    }',
  '  }',
  '}',
].join('\n'));
check(inspect(value, { compact: 3 }), [
  '{',
  '  a: { b: { c: 1 } },',
  '  d: [ 1, 2, 3 ],',
  '  e: Map(1) { { k: 1 } => { v: 2 } }',
  '}',
].join('\n'));
check(inspect({ a: 'x'.repeat(70), b: { c: 'y'.repeat(70) } }, { compact: true }), [
  '{ a: \'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\',',
  '  b: { c: \'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\' } }',
].join('\n'));
check(inspect([[[[1]]]], { compact: 1, depth: 9 }), '[\n  [\n    [\n      [ 1 ]\n    ]\n  ]\n]');
check(inspect({ a: { b: { c: { d: {} } } } }, { depth: 9 }), '{\n  a: { b: { c: { d: {} } } }\n}');
