'use strict';
// appendFile makes the file, then adds at its end; on a descriptor it writes there.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

fs.appendFileSync('f', 'a');
fs.appendFileSync('f', Buffer.from('b'));
const fd = fs.openSync('f', 'a');
fs.appendFileSync(fd, 'c');
fs.closeSync(fd);
assert.strictEqual(fs.readFileSync('f', 'utf8'), 'abc');
fs.appendFile('f', 'd', (error) => {
  assert.strictEqual(error, null);
  fs.promises.appendFile('f', '65', 'hex').then(() => {
    assert.strictEqual(fs.readFileSync('f', 'utf8'), 'abcde');
  });
});
