// CommonJS from ES modules and the other way round.
import assert from 'node:assert';
import { createRequire } from 'node:module';
import named, { first, second, third, fourth } from './fixtures/named.cjs';
import * as reexported from './fixtures/reexport.cjs';
import transpiled, { other } from './fixtures/transpiled.cjs';

const require = createRequire(import.meta.url);
assert.strictEqual(named.first, first);
assert.deepStrictEqual([first, second.name, third, fourth], [1, 'second', 3, 4]);
assert.strictEqual(reexported.default, named);
assert.strictEqual(reexported.first, 1);
assert.strictEqual(transpiled.default, 'transpiled default');
assert.strictEqual(other, 1);
assert.strictEqual(require('./fixtures/named.cjs'), named);

const fromRequire = require('./fixtures/exports.mjs');
const fromImport = await import('./fixtures/exports.mjs');
assert.strictEqual(fromRequire.bump, fromImport.bump);
assert.strictEqual(fromRequire.__esModule, true);
assert.strictEqual(fromRequire.default, fromImport.default);
fromImport.bump();
assert.strictEqual(fromRequire.b, fromImport.b);
assert.strictEqual(typeof require('./fixtures/as_module_exports.mjs'), 'function');
assert.strictEqual(require('./fixtures/detect.js').detected, 'function');
const fixtures = createRequire(new URL('fixtures/x.js', import.meta.url));
assert.strictEqual(fixtures('esm-only').default(), 'hello');
assert.throws(() => require('./fixtures/tla.mjs'), { code: 'ERR_REQUIRE_ASYNC_MODULE' });
assert.throws(() => require('./fixtures/throws.mjs'), { message: 'from esm' });
const cond = await import('./fixtures/node_modules/cond/import.mjs');
assert.strictEqual(cond.via, 'import');
await assert.rejects(import('data:text/javascript,import { nope } from "' + new URL('fixtures/named.cjs', import.meta.url) + '"'),
  SyntaxError);
