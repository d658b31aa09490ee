'use strict';
// How require() finds files: relative, folders, node_modules, "exports", "imports", self reference.
const assert = require('node:assert');
const path = require('node:path');
const f = (name) => path.join(__dirname, 'fixtures', name);
const from = require('node:module').createRequire(f('x.js'));

assert.strictEqual(from('pkg').name, 'pkg');
assert.strictEqual(from('pkg').file, f('node_modules/pkg/lib.js'));
assert.strictEqual(from('pkg/sub'), 'sub');
assert.strictEqual(from('pkg/sub.js'), 'sub');
assert.strictEqual(from('main-field'), 'main as folder');
assert.strictEqual(from('@scope/name'), 'scoped');
assert.strictEqual(from('./dir-index'), 'index of folder');
assert.strictEqual(from('./dir-index/'), 'index of folder');
assert.deepStrictEqual(from('./data'), { a: [1, 2, { b: null }] });
assert.deepStrictEqual(from('./bom.json'), { bom: true });
assert.strictEqual(from('./shebang'), 'after shebang');
assert.strictEqual(from('cond').via, 'require');
assert.strictEqual(from('cond/feature/a'), 'feature a');
assert.strictEqual(from('cond/array').via, 'require');
assert.strictEqual(from('cond/nested').via, 'require');
assert.strictEqual(from('cond/data.json').answer, 42);
assert.deepStrictEqual(from('./selfref/main.js'), ['x', 'x', 'x', 'x']);
assert.throws(() => from('cond/hidden.js'), {
  code: 'ERR_PACKAGE_PATH_NOT_EXPORTED',
  message: `Package subpath './hidden.js' is not defined by "exports" in ${f('node_modules/cond/package.json')}`,
});
assert.throws(() => from('cond/feature/private/x'), { code: 'ERR_PACKAGE_PATH_NOT_EXPORTED' });

assert.throws(() => require('./fixtures/nope'), (error) => {
  assert.strictEqual(error.code, 'MODULE_NOT_FOUND');
  assert.deepStrictEqual(error.requireStack, [__filename]);
  assert.strictEqual(error.message, `Cannot find module './fixtures/nope'\nRequire stack:\n- ${__filename}`);
  return true;
});
assert.throws(() => from('no-such-package'), { code: 'MODULE_NOT_FOUND' });
assert.throws(() => require(''), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => require(5), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => require('node:nope'), { code: 'ERR_UNKNOWN_BUILTIN_MODULE' });
assert.throws(() => from('./broken.json'), (error) =>
  error instanceof SyntaxError && error.message.startsWith(`${f('broken.json')}: `));

assert.strictEqual(from.resolve('pkg'), f('node_modules/pkg/lib.js'));
assert.strictEqual(from.resolve('fs'), 'fs');
assert.strictEqual(from.resolve('node:fs'), 'node:fs');
assert.strictEqual(require.resolve('pkg', { paths: [f('.')] }), f('node_modules/pkg/lib.js'));
assert.strictEqual(from.resolve.paths('pkg')[0], f('node_modules'));
assert.strictEqual(from.resolve.paths('fs'), null);
assert.deepStrictEqual(from.resolve.paths('./x'), [f('.').replace(/\/\.?$/, '')]);
