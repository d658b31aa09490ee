'use strict';
// Arguments of the right type with values that are refused.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

fs.writeFileSync('f', '');
const value = (message) => ({ name: 'TypeError', code: 'ERR_INVALID_ARG_VALUE', message });
assert.throws(() => fs.readFileSync('f', 'foo'),
              value("The argument 'encoding' is invalid encoding. Received 'foo'"));
assert.throws(() => fs.readFileSync('a\0b'), value("The argument 'path' must be a string, " +
  "Uint8Array, or URL without null bytes. Received 'a\\x00b'"));
assert.throws(() => fs.readFileSync(Buffer.from('a\0b')), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => fs.openSync('f', 'zz'), value("The argument 'flags' is invalid. Received 'zz'"));
assert.throws(() => fs.openSync('f', 'w', 'zz'), value("The argument 'mode' must be a 32-bit " +
  "unsigned integer or an octal string. Received 'zz'"));
assert.throws(() => fs.mkdirSync('q', { mode: 'a' }), value("The property 'options.mode' must be " +
  "a 32-bit unsigned integer or an octal string. Received 'a'"));
const range = (message) => ({ name: 'RangeError', code: 'ERR_OUT_OF_RANGE', message });
assert.throws(() => fs.openSync('f', 'w', -1), range('The value of "mode" is out of range. ' +
  'It must be >= 0 && <= 4294967295. Received -1'));
assert.throws(() => fs.chownSync('f', -2, 0), range('The value of "uid" is out of range. ' +
  'It must be >= -1 && <= 4294967295. Received -2'));
assert.throws(() => fs.truncateSync('f', 1.5), range('The value of "len" is out of range. ' +
  'It must be an integer. Received 1.5'));
assert.throws(() => fs.opendirSync('.', { bufferSize: 0 }), { code: 'ERR_OUT_OF_RANGE' });
assert.throws(() => fs.rmSync('f', { maxRetries: -1 }), { code: 'ERR_OUT_OF_RANGE' });
