// Static and dynamic import, live bindings, cycles, import.meta, JSON, builtins.
import assert from 'node:assert';
import fs, { readFileSync } from 'node:fs';
import path from 'path';
import * as all from './fixtures/exports.mjs';
import Default, { a, b, bump } from './fixtures/exports.mjs';
import data from './fixtures/data.json' with { type: 'json' };
import { waited } from './fixtures/tla.mjs';
import { value, read } from './fixtures/cycle_a.mjs';

assert.strictEqual(fs.readFileSync, readFileSync);
assert.deepStrictEqual(Object.keys(all), ['a', 'b', 'bump', 'default']);
assert.strictEqual(all[Symbol.toStringTag], 'Module');
assert.strictEqual(a, 1);
assert.strictEqual(b, 2);
bump();
assert.strictEqual(b, 3);
assert.strictEqual(Default.name, 'Named');
assert.deepStrictEqual(data, { a: [1, 2, { b: null }] });
assert.strictEqual(waited, 'waited');
assert.strictEqual(value, 'a');
assert.strictEqual(read(), 'b');

assert.strictEqual(import.meta.url, `file://${import.meta.filename}`);
assert.strictEqual(import.meta.dirname, path.dirname(import.meta.filename));
assert.strictEqual(import.meta.filename, process.argv[1]);
assert.strictEqual(import.meta.main, true);
assert.strictEqual(import.meta.resolve('./fixtures/exports.mjs'), new URL('fixtures/exports.mjs', import.meta.url).href);
assert.strictEqual(import.meta.resolve('fs'), 'node:fs');
assert.strictEqual(import.meta.resolve('./not-there.mjs'), new URL('not-there.mjs', import.meta.url).href);
assert.strictEqual(typeof require, 'undefined');
assert.strictEqual(typeof module, 'undefined');
assert.strictEqual(this, undefined);

const again = await import('./fixtures/exports.mjs');
assert.strictEqual(again, all);
const other = await import('./fixtures/exports.mjs?other');
assert.notStrictEqual(other, all);
assert.strictEqual(other.b, 2);
const json = await import('./fixtures/data.json', { with: { type: 'json' } });
assert.strictEqual(json.default, data);
const inline = await import('data:text/javascript,export default 6*7');
assert.strictEqual(inline.default, 42);
assert.strictEqual((await import('node:path')).default, path);
assert.strictEqual((await import('./fixtures/detect.js')).detected, 'function');
