'use strict';
// path.matchesGlob.
const assert = require('node:assert');
const { posix, win32 } = require('node:path');

for (const [path, pattern, want] of [
  ['a/b.js', 'a/*.js', true], ['a/b.ts', 'a/*.js', false], ['a/b/c.js', 'a/*.js', false], ['a/b/c.js', 'a/**/*.js', true],
  ['a/c.js', 'a/**/*.js', true], ['a/b/c', '**', true], ['abc', 'a?c', true], ['a/c', 'a?c', false],
  ['b', '[a-c]', true], ['d', '[!a-c]', true], ['b', '[!a-c]', false], ['x.js', '*.{js,ts}', true],
  ['x.css', '*.{js,ts}', false], ['a/b', 'a', false], ['a', 'a/b', false], ['a/b', 'a/b', true],
  ['foo', '!(bar)', true], ['ab', 'a+(b|c)', true], ['.hidden', '*', false],
]) {
  assert.strictEqual(posix.matchesGlob(path, pattern), want, `${path} ${pattern}`);
}
assert.strictEqual(win32.matchesGlob('a\\b.js', 'a\\*.js'), true);
assert.throws(() => posix.matchesGlob(5, 'a'), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => posix.matchesGlob('a', 5), { code: 'ERR_INVALID_ARG_TYPE' });
