'use strict';
// What a CommonJS module sees of itself and of the cache.
const assert = require('node:assert');
const path = require('node:path');
const Module = require('node:module');

assert.strictEqual(this, module.exports);
assert.strictEqual(exports, module.exports);
assert.strictEqual(require.main, module);
assert.strictEqual(process.mainModule, module);
assert.strictEqual(module.id, '.');
assert.strictEqual(module.filename, __filename);
assert.strictEqual(module.path, __dirname);
assert.strictEqual(__dirname, path.dirname(__filename));
assert.strictEqual(module.loaded, false);
assert.strictEqual(module.paths[0], path.join(__dirname, 'node_modules'));
assert.ok(module instanceof Module);
assert.strictEqual(Module.Module, Module);
assert.strictEqual(require.cache, Module._cache);
assert.strictEqual(require.cache[__filename], module);

const a = require('./fixtures/cyc/a.js');
assert.deepStrictEqual(a, { early: 1, seenByA: { early: 1 }, late: 2 });
const file = require.resolve('./fixtures/cyc/a.js');
assert.strictEqual(require.cache[file].exports, a);
assert.strictEqual(require('./fixtures/cyc/a.js'), a);
assert.ok(module.children.includes(require.cache[file]));
assert.strictEqual(require.cache[file].loaded, true);
delete require.cache[file];
assert.notStrictEqual(require('./fixtures/cyc/a.js'), a);

const failing = require.resolve('./fixtures/throws.cjs');
assert.throws(() => require(failing), { message: 'from module' });
assert.strictEqual(require.cache[failing], undefined);

require.extensions['.upper'] = (m, filename) => {
  m.exports = require('node:fs').readFileSync(filename, 'utf8').toUpperCase();
};
assert.deepStrictEqual(Object.keys(require.extensions).slice(0, 3), ['.js', '.json', '.node']);
delete require.extensions['.upper'];

const made = new Module('made');
made._compile('module.exports = 1 + 1; exports.x = 2;', '/made/up.js');
assert.strictEqual(made.exports, 2);
assert.strictEqual(Module.isBuiltin('fs'), true);
assert.strictEqual(Module.isBuiltin('node:fs/promises'), true);
assert.strictEqual(Module.isBuiltin('test'), false);
assert.strictEqual(Module.isBuiltin('internal/errors'), false);
assert.ok(Module.builtinModules.includes('fs'));
assert.throws(() => require('internal/errors'), { code: 'MODULE_NOT_FOUND' });
assert.strictEqual(Module.wrap('x'), '(function (exports, require, module, __filename, __dirname) { x\n});');
assert.strictEqual(require('fs'), require('node:fs'));
assert.throws(() => Module.createRequire('relative.js'), { code: 'ERR_INVALID_ARG_VALUE' });
