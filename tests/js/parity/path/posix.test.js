'use strict';
// path.posix: every function over a table of paths.
const assert = require('node:assert');
const path = require('node:path');

const { posix } = path;
assert.strictEqual(path, posix);
assert.strictEqual(require('node:path/posix'), posix);
assert.strictEqual(posix.posix, posix);
assert.deepStrictEqual([posix.sep, posix.delimiter], ['/', ':']);
for (const [f, args, want] of [
  ['normalize', [''], '.'], ['normalize', ['./'], './'], ['normalize', ['/a/../..'], '/'],
  ['normalize', ['a//b/./c/..'], 'a/b'], ['normalize', ['../../a'], '../../a'], ['normalize', ['///a'], '/a'],
  ['normalize', ['a/..'], '.'], ['normalize', ['a/../'], './'], ['normalize', ['/...'], '/...'],
  ['join', ['a', '..', '..', 'b'], '../b'], ['join', ['/a', '', 'b/'], '/a/b/'], ['join', [], '.'],
  ['join', ['', ''], '.'], ['join', ['a', '/b'], 'a/b'],
  ['resolve', ['/a', 'b', '../c'], '/a/c'], ['resolve', ['/a', '/b'], '/b'], ['resolve', ['/..'], '/'],
  ['isAbsolute', ['/a'], true], ['isAbsolute', ['a'], false], ['isAbsolute', [''], false],
  ['relative', ['/a/b/c', '/a/d'], '../../d'], ['relative', ['/a', '/a'], ''], ['relative', ['/', '/a'], 'a'],
  ['relative', ['/ab', '/a'], '../a'], ['relative', ['/a', '/'], '..'], ['relative', ['/a/b', '/a/b/c/d'], 'c/d'],
  ['dirname', ['/a/b/'], '/a'], ['dirname', ['a'], '.'], ['dirname', ['/a'], '/'], ['dirname', ['//a'], '//'],
  ['dirname', [''], '.'], ['dirname', ['/'], '/'],
  ['basename', ['/a/b.c'], 'b.c'], ['basename', ['a.html', '.html'], 'a'], ['basename', ['a', 'a'], ''],
  ['basename', ['/a/'], 'a'], ['basename', ['b/a.html', 'a.html'], 'a.html'], ['basename', [''], ''],
  ['basename', ['a.html/', '.html'], 'a'], ['basename', ['a', 'b'], 'a'],
  ['extname', ['a.b.c'], '.c'], ['extname', ['.a'], ''], ['extname', ['a.'], '.'], ['extname', ['..'], ''],
  ['extname', ['a/.b/c'], ''], ['extname', ['a.b/'], '.b'], ['extname', ['.a.b'], '.b'],
  ['toNamespacedPath', ['/a'], '/a'],
]) {
  assert.strictEqual(posix[f](...args), want, `${f}(${args})`);
}
assert.strictEqual(posix.resolve('a'), `${process.cwd()}/a`);
assert.strictEqual(posix.resolve(), process.cwd());
