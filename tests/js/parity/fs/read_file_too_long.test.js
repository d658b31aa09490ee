'use strict';
// What is too large for a buffer is refused by name, not read.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

// A sparse file takes no space.
fs.writeFileSync('bytes', '');
fs.truncateSync('bytes', 2 ** 31 + 5);
const tooLarge = { code: 'ERR_FS_FILE_TOO_LARGE',
                   message: 'File size (2147483653) is greater than 2 GiB' };
assert.throws(() => fs.readFileSync('bytes'), tooLarge);
assert.rejects(fs.promises.readFile('bytes'), tooLarge);
fs.readFile('bytes', (error) => assert.strictEqual(error.code, 'ERR_FS_FILE_TOO_LARGE'));
