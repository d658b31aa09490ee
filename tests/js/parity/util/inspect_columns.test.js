'use strict';
// Arrays of more than six entries stand in columns.
const assert = require('node:assert');
const { inspect } = require('node:util');
const upTo = (n) => Array.from({ length: n }, (_, i) => i);

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(inspect(upTo(6)), '[ 0, 1, 2, 3, 4, 5 ]');
check(inspect(upTo(7)), '[\n  0, 1, 2, 3,\n  4, 5, 6\n]');
check(inspect(upTo(27)), [
  '[',
  '   0,  1,  2,  3,  4,  5,  6,  7,',
  '   8,  9, 10, 11, 12, 13, 14, 15,',
  '  16, 17, 18, 19, 20, 21, 22, 23,',
  '  24, 25, 26',
  ']',
].join('\n'));
check(inspect(upTo(101)), [
  '[',
  '   0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11,',
  '  12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23,',
  '  24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35,',
  '  36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47,',
  '  48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59,',
  '  60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71,',
  '  72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83,',
  '  84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95,',
  '  96, 97, 98, 99,',
  '  ... 1 more item',
  ']',
].join('\n'));
check(inspect(upTo(120), { maxArrayLength: null }), [
  '[',
  '    0,   1,   2,   3,   4,   5,   6,   7,   8,   9,  10,  11,',
  '   12,  13,  14,  15,  16,  17,  18,  19,  20,  21,  22,  23,',
  '   24,  25,  26,  27,  28,  29,  30,  31,  32,  33,  34,  35,',
  '   36,  37,  38,  39,  40,  41,  42,  43,  44,  45,  46,  47,',
  '   48,  49,  50,  51,  52,  53,  54,  55,  56,  57,  58,  59,',
  '   60,  61,  62,  63,  64,  65,  66,  67,  68,  69,  70,  71,',
  '   72,  73,  74,  75,  76,  77,  78,  79,  80,  81,  82,  83,',
  '   84,  85,  86,  87,  88,  89,  90,  91,  92,  93,  94,  95,',
  '   96,  97,  98,  99, 100, 101, 102, 103, 104, 105, 106, 107,',
  '  108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119',
  ']',
].join('\n'));
check(inspect(upTo(30).map((i) => `word${i * i}`)), [
  '[',
  '  \'word0\',   \'word1\',   \'word4\',',
  '  \'word9\',   \'word16\',  \'word25\',',
  '  \'word36\',  \'word49\',  \'word64\',',
  '  \'word81\',  \'word100\', \'word121\',',
  '  \'word144\', \'word169\', \'word196\',',
  '  \'word225\', \'word256\', \'word289\',',
  '  \'word324\', \'word361\', \'word400\',',
  '  \'word441\', \'word484\', \'word529\',',
  '  \'word576\', \'word625\', \'word676\',',
  '  \'word729\', \'word784\', \'word841\'',
  ']',
].join('\n'));
check(inspect([1, 'a', 2, 'b', 3, 'c', 4, 'd', 5, 'e']), [
  '[',
  '  1,   \'a\', 2,   \'b\', 3,',
  '  \'c\', 4,   \'d\', 5,   \'e\'',
  ']',
].join('\n'));
check(inspect([-1, 200, -3000, 4, 5, 6, 77777, 8]), [
  '[',
  '     -1, 200, -3000,',
  '      4,   5,     6,',
  '  77777,   8',
  ']',
].join('\n'));
check(inspect(upTo(8).map(BigInt)), '[\n  0n, 1n, 2n, 3n,\n  4n, 5n, 6n, 7n\n]');
check(inspect(upTo(12).map((i) => 'w'.repeat(i * 4))), [
  '[',
  '  \'\',',
  '  \'wwww\',',
  '  \'wwwwwwww\',',
  '  \'wwwwwwwwwwww\',',
  '  \'wwwwwwwwwwwwwwww\',',
  '  \'wwwwwwwwwwwwwwwwwwww\',',
  '  \'wwwwwwwwwwwwwwwwwwwwwwww\',',
  '  \'wwwwwwwwwwwwwwwwwwwwwwwwwwww\',',
  '  \'wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww\',',
  '  \'wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww\',',
  '  \'wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww\',',
  '  \'wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww\'',
  ']',
].join('\n'));
check(inspect(upTo(12).map((i) => '中文'.repeat(i % 4))), [
  '[',
  '  \'\',         \'中文\',',
  '  \'中文中文\', \'中文中文中文\',',
  '  \'\',         \'中文\',',
  '  \'中文中文\', \'中文中文中文\',',
  '  \'\',         \'中文\',',
  '  \'中文中文\', \'中文中文中文\'',
  ']',
].join('\n'));
check(inspect(Array(20).fill(true)), [
  '[',
  '  true, true, true, true,',
  '  true, true, true, true,',
  '  true, true, true, true,',
  '  true, true, true, true,',
  '  true, true, true, true',
  ']',
].join('\n'));
check(inspect(upTo(10).map((i) => [i, i * 2])), [
  '[',
  '  [ 0, 0 ],  [ 1, 2 ],',
  '  [ 2, 4 ],  [ 3, 6 ],',
  '  [ 4, 8 ],  [ 5, 10 ],',
  '  [ 6, 12 ], [ 7, 14 ],',
  '  [ 8, 16 ], [ 9, 18 ]',
  ']',
].join('\n'));
check(inspect(upTo(10).map((i) => ({ i }))), [
  '[',
  '  { i: 0 }, { i: 1 },',
  '  { i: 2 }, { i: 3 },',
  '  { i: 4 }, { i: 5 },',
  '  { i: 6 }, { i: 7 },',
  '  { i: 8 }, { i: 9 }',
  ']',
].join('\n'));
check(inspect(upTo(20), { breakLength: 30 }), [
  '[',
  '   0,  1,  2,  3,  4,  5,  6,',
  '   7,  8,  9, 10, 11, 12, 13,',
  '  14, 15, 16, 17, 18, 19',
  ']',
].join('\n'));
check(inspect({ list: upTo(20) }), [
  '{',
  '  list: [',
  '     0,  1,  2,  3,  4,  5,  6,',
  '     7,  8,  9, 10, 11, 12, 13,',
  '    14, 15, 16, 17, 18, 19',
  '  ]',
  '}',
].join('\n'));
