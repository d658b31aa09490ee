'use strict';
// glob: wildcards, braces, groups, classes, '**', hidden files, exclude, cwd, types.
const assert = require('node:assert');
const fs = require('node:fs');
const folder = require('./temp_dir.js');

fs.mkdirSync('a/b/c', { recursive: true });
fs.mkdirSync('.h/i', { recursive: true });
fs.mkdirSync('d');
for (const name of ['a/x.js', 'a/b/y.js', 'a/b/c/z.ts', '.h/i/q.js', '.hid.js', 'd/.e', 'top.js',
                    'sp[1].js']) fs.writeFileSync(name, '');
const cases = [
  ['*', ['a', 'd', 'sp[1].js', 'top.js']],
  ['**/*.js', ['a/b/y.js', 'a/x.js', 'sp[1].js', 'top.js']],
  ['a/**', ['a', 'a/b', 'a/b/c', 'a/b/c/z.ts', 'a/b/y.js', 'a/x.js']],
  ['a/**/*', ['a/b', 'a/b/c', 'a/b/c/z.ts', 'a/b/y.js', 'a/x.js']],
  ['.*', ['.h', '.hid.js']],
  ['**/.*', ['.h', '.hid.js', 'd/.e']],
  ['*/', ['a', 'd']],
  ['./a/*', ['a/b', 'a/x.js']],
  ['{a,d}/*', ['a/b', 'a/x.js']],
  ['a/{b,x}*', ['a/b', 'a/x.js']],
  ['?op.js', ['top.js']],
  ['[at]*', ['a', 'top.js']],
  ['[!t]*', ['a', 'd', 'sp[1].js']],
  ['!(a|d)', ['sp[1].js', 'top.js']],
  ['+(a|d)', ['a', 'd']],
  ['@(top|none).js', ['top.js']],
  ['*.{js,ts}', ['sp[1].js', 'top.js']],
  ['**/b/**', ['a/b', 'a/b/c', 'a/b/c/z.ts', 'a/b/y.js']],
  ['.h/**', ['.h', '.h/i', '.h/i/q.js']],
  ['**/i/*', []],
  ['sp[[]1].js', ['sp[1].js']],
  ['[[:alpha:]]op.js', ['top.js']],
  ['nope', []],
  ['nope/*', []],
  ['a//b', ['a/b']],
  [`${folder}/a/*`, [`${folder}/a/b`, `${folder}/a/x.js`]],
  [['a/*', '*.js', 'a/x.js'], ['a/b', 'a/x.js', 'sp[1].js', 'top.js']],
];
for (const [pattern, expected] of cases) {
  assert.deepStrictEqual(fs.globSync(pattern).sort(), expected, `${pattern}`);
}
const js = (options) => fs.globSync('**/*.js', options).sort();
assert.deepStrictEqual(js({ exclude: ['a/b/**'] }), ['a/x.js', 'sp[1].js', 'top.js']);
assert.deepStrictEqual(js({ exclude: (name) => name === 'a' }), ['sp[1].js', 'top.js']);
assert.deepStrictEqual(js({ cwd: 'a' }), ['b/y.js', 'x.js']);
assert.deepStrictEqual(js({ cwd: 'none' }), []);
const typed = fs.globSync('a/**/*.js', { withFileTypes: true });
assert.deepStrictEqual(typed.map((e) => `${e.parentPath}|${e.name}`).sort(), ['a/b|y.js', 'a|x.js']);
fs.glob('a/*', (error, found) => {
  assert.strictEqual(error, null);
  assert.deepStrictEqual(found.sort(), ['a/b', 'a/x.js']);
});
(async () => {
  const found = [];
  for await (const path of fs.promises.glob('**/*.ts')) found.push(path);
  assert.deepStrictEqual(found, ['a/b/c/z.ts']);
})();
assert.throws(() => fs.globSync(5), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => fs.globSync('a', { exclude: 5 }), { code: 'ERR_INVALID_ARG_TYPE' });
