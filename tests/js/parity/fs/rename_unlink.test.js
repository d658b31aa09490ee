'use strict';
// rename and unlink in all three forms.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

fs.writeFileSync('a', '1');
fs.renameSync('a', 'b');
fs.rename('b', 'c', (error) => {
  assert.strictEqual(error, null);
  fs.promises.rename('c', 'd').then(() => {
    assert.deepStrictEqual(fs.readdirSync('.'), ['d']);
    fs.unlink('d', (...args) => {
      assert.deepStrictEqual(args, [null]);
      assert.throws(() => fs.unlinkSync('d'), { code: 'ENOENT', syscall: 'unlink', path: 'd' });
    });
  });
});
