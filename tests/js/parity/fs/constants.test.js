'use strict';
// fs.constants: the values of Linux, on an object without a prototype.
const assert = require('node:assert');
const fs = require('node:fs');

const { constants } = fs;
assert.strictEqual(Object.getPrototypeOf(constants), null);
assert.strictEqual(constants.O_CREAT, 64);
assert.strictEqual(constants.O_SYNC, 1052672);
assert.strictEqual(constants.S_IFMT, 61440);
assert.strictEqual(constants.COPYFILE_EXCL, constants.UV_FS_COPYFILE_EXCL);
assert.deepStrictEqual(Object.keys(fs.promises.constants), Object.keys(constants));
assert.strictEqual(Object.keys(constants).length, 60);
assert.ok(!Object.keys(fs).includes('F_OK'));
assert.strictEqual(Object.getOwnPropertyDescriptor(fs, 'R_OK').enumerable, false);
assert.throws(() => {
  fs.constants = {};
}, TypeError);
