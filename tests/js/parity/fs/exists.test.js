'use strict';
// exists answers false for whatever cannot be there, and never throws.
const assert = require('node:assert');
const fs = require('node:fs');
const { promisify } = require('node:util');
require('./temp_dir.js');

fs.writeFileSync('f', '');
fs.symlinkSync('nowhere', 'dangling');
assert.deepStrictEqual(['f', '.', 'none', 'dangling', 'a\0b', 'f/x'].map((p) => fs.existsSync(p)),
                       [true, true, false, false, false, false]);
fs.exists('f', (...args) => assert.deepStrictEqual(args, [true]));
fs.exists('none', (...args) => assert.deepStrictEqual(args, [false]));
assert.throws(() => fs.exists('f'), { code: 'ERR_INVALID_ARG_TYPE' });
promisify(fs.exists)('f').then((there) => assert.strictEqual(there, true));
