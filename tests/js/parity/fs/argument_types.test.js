'use strict';
// What the functions refuse before they touch the file system.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

const type = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message });
const path = (received) => type('The "path" argument must be of type string or an instance of ' +
  `Buffer or URL. Received ${received}`);
assert.throws(() => fs.openSync(), path('undefined'));
assert.throws(() => fs.readFileSync({}), path('an instance of Object'));
assert.throws(() => fs.readFileSync(1.5), path('type number (1.5)'));
assert.throws(() => fs.truncateSync(7), path('type number (7)'));
assert.throws(() => fs.statSync(null), path('null'));
assert.throws(() => fs.renameSync('a'), { code: 'ERR_INVALID_ARG_TYPE', message: /"newPath"/ });
assert.throws(() => fs.linkSync('a'), { code: 'ERR_INVALID_ARG_TYPE', message: /"newPath"/ });
assert.throws(() => fs.copyFileSync(1, 'b'), { code: 'ERR_INVALID_ARG_TYPE', message: /"src"/ });
assert.throws(() => fs.mkdtempSync(), { code: 'ERR_INVALID_ARG_TYPE', message: /"prefix"/ });
assert.throws(() => fs.closeSync('x'), type('The "fd" argument must be of type number. ' +
  "Received type string ('x')"));
assert.throws(() => fs.fstatSync(-1), { code: 'ERR_OUT_OF_RANGE', name: 'RangeError' });
const callback = (received) => type(`The "cb" argument must be of type function. ${received}`);
assert.throws(() => fs.stat('f'), callback('Received undefined'));
assert.throws(() => fs.open('f', 'r'), callback("Received type string ('r')"));
assert.throws(() => fs.readFile('f', {}), callback('Received an instance of Object'));
assert.throws(() => fs.close(5, 5), callback('Received type number (5)'));
assert.throws(() => fs.readFileSync('f', 5), type(
  'The "options" argument must be one of type string or object. Received type number (5)'));
assert.throws(() => fs.symlinkSync('a', 'b', 'zz'), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => fs.ftruncateSync(3, 'x'), { code: 'ERR_INVALID_ARG_TYPE', message: /"len"/ });
assert.throws(() => fs.readdirSync('.', { recursive: 1 }),
              { code: 'ERR_INVALID_ARG_TYPE', message: /"options.recursive"/ });
assert.throws(() => fs.mkdirSync('q', { recursive: 'a' }), { code: 'ERR_INVALID_ARG_TYPE' });
