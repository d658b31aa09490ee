'use strict';
// A path may be a string, bytes or a file: URL.
const assert = require('node:assert');
const fs = require('node:fs');
const folder = require('./temp_dir.js');
const { pathToFileURL } = require('node:url');

fs.writeFileSync(Buffer.from('ä b'), 'x');
assert.deepStrictEqual(fs.readdirSync('.'), ['ä b']);
assert.deepStrictEqual(fs.readdirSync(Buffer.from('.'), 'buffer'), [Buffer.from('ä b')]);
const url = pathToFileURL(`${folder}/ä b`);
assert.strictEqual(fs.readFileSync(url, 'utf8'), 'x');
assert.strictEqual(fs.statSync(url).size, 1);
fs.promises.readFile(url, 'utf8').then((text) => assert.strictEqual(text, 'x'));
assert.throws(() => fs.readFileSync(new URL('http://host/x')), { code: 'ERR_INVALID_URL_SCHEME' });
