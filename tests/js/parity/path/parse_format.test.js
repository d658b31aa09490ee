'use strict';
// path.parse and path.format, both ways round.
const assert = require('node:assert');
const { posix, win32 } = require('node:path');

const show = (o) => [o.root, o.dir, o.base, o.ext, o.name].join('|');
for (const [text, want] of [
  ['/home/u/file.txt', '/|/home/u|file.txt|.txt|file'], ['./a/b', '|./a|b||b'], ['', '||||'], ['/', '/|/|||'],
  ['a.', '||a.|.|a'], ['.a', '||.a||.a'], ['/a.b/', '/|/|a.b|.b|a'], ['..', '||..||..'], ['a//b', '|a/|b||b'],
]) {
  assert.strictEqual(show(posix.parse(text)), want, text);
}
for (const [text, want] of [
  ['C:\\a\\b.c', 'C:\\|C:\\a|b.c|.c|b'], ['\\\\s\\h\\a', '\\\\s\\h\\|\\\\s\\h\\|a||a'], ['C:a', 'C:|C:|a||a'],
  ['C:/a/b', 'C:/|C:/a|b||b'], ['C:', 'C:|C:|||'], ['\\a', '\\|\\|a||a'],
]) {
  assert.strictEqual(show(win32.parse(text)), want, text);
}
for (const text of ['/a/b.c', 'a', '/', '/a', 'a/b/c.d.e', './x']) {
  assert.strictEqual(posix.format(posix.parse(text)), text);
}
assert.strictEqual(posix.format({ dir: '/a', name: 'b', ext: 'c' }), '/a/b.c');
assert.strictEqual(posix.format({ root: '/', base: 'x', name: 'no' }), '/x');
assert.strictEqual(posix.format({}), '');
assert.strictEqual(win32.format({ dir: 'C:\\a', base: 'b' }), 'C:\\a\\b');
for (const value of [null, 'x', 5, undefined]) {
  assert.throws(() => posix.format(value), { code: 'ERR_INVALID_ARG_TYPE', message: /"pathObject" argument/ });
}
