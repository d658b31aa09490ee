'use strict';
// console.table: rows by keys, columns by keys, primitives, maps, sets.
const assert = require('node:assert');
const { Console } = require('node:console');
const { Writable } = require('node:stream');

let text = '';
const stdout = new Writable({ write(chunk, _, callback) { text += chunk; callback(); } });
const console = new Console({ stdout });
function table(lines, ...args) {
  text = '';
  console.table(...args);
  assert.deepStrictEqual(text.split('\n'), [...lines, '']);
}

table(['5'], 5);
table(['null'], null);
table([
  '┌─────────┬────────┐',
  '│ (index) │ Values │',
  '├─────────┼────────┤',
  '│ 0       │ 1      │',
  "│ 1       │ 'a'    │",
  '└─────────┴────────┘',
], [1, 'a']);
table([
  '┌─────────┬───┬─────┬──────┬────────┐',
  '│ (index) │ a │ b   │ c    │ Values │',
  '├─────────┼───┼─────┼──────┼────────┤',
  "│ x       │ 1 │ 'y' │      │        │",
  '│ z       │ 2 │     │ true │        │',
  '│ p       │   │     │      │ 3      │',
  '└─────────┴───┴─────┴──────┴────────┘',
], { x: { a: 1, b: 'y' }, z: { a: 2, c: true }, p: 3 });
table([
  '┌─────────┬───┐',
  '│ (index) │ b │',
  '├─────────┼───┤',
  '│ 0       │ 2 │',
  '└─────────┴───┘',
], [{ a: 1, b: 2 }], ['b']);
table([
  '┌───────────────────┬─────┬────────┐',
  '│ (iteration index) │ Key │ Values │',
  '├───────────────────┼─────┼────────┤',
  "│ 0                 │ 'a' │ 1      │",
  '└───────────────────┴─────┴────────┘',
], new Map([['a', 1]]));
table([
  '┌───────────────────┬────────┐',
  '│ (iteration index) │ Values │',
  '├───────────────────┼────────┤',
  '│ 0                 │ 1      │',
  '└───────────────────┴────────┘',
], new Set([1]));
table([
  '┌─────────┬────────────┐',
  '│ (index) │ 中         │',
  '├─────────┼────────────┤',
  "│ 0       │ '文字文字' │",
  '└─────────┴────────────┘',
], [{ 中: '文字文字' }]);
assert.throws(() => console.table([], 5), { code: 'ERR_INVALID_ARG_TYPE' });
