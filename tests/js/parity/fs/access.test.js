'use strict';
// access: success calls back with null alone; failure is a uv error that names the path.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

fs.writeFileSync('file', '');
assert.strictEqual(fs.accessSync('file'), undefined);
assert.strictEqual(fs.accessSync('file', fs.constants.R_OK | fs.constants.W_OK), undefined);
const missing = { code: 'ENOENT', errno: -2, syscall: 'access', path: 'none',
                  message: "ENOENT: no such file or directory, access 'none'" };
assert.throws(() => fs.accessSync('none'), missing);
fs.access('file', (...args) => assert.deepStrictEqual(args, [null]));
fs.access('none', fs.constants.F_OK, (error) => assert.strictEqual(error.message, missing.message));
fs.promises.access('file').then((value) => assert.strictEqual(value, undefined));
assert.rejects(fs.promises.access('none'), missing);
assert.throws(() => fs.accessSync('file', 8), { code: 'ERR_OUT_OF_RANGE', name: 'RangeError' });
assert.throws(() => fs.accessSync('file', 'x'), { code: 'ERR_INVALID_ARG_TYPE' });
