'use strict';
// mkdtemp adds six characters; the disposable one removes itself.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

const made = fs.mkdtempSync('t-');
assert.match(made, /^t-\w{6}$/);
assert.strictEqual(fs.statSync(made).mode & 0o777, 0o700);
assert.ok(Buffer.isBuffer(fs.mkdtempSync(Buffer.from('u-'), 'buffer')));
assert.throws(() => fs.mkdtempSync('none/x'), {
  code: 'ENOENT', syscall: 'mkdtemp', path: 'none/xXXXXXX',
});
fs.mkdtemp('v-', (error, path) => assert.ok(fs.statSync(path).isDirectory()));
const disposable = fs.mkdtempDisposableSync('w-');
fs.writeFileSync(`${disposable.path}/f`, '');
disposable.remove();
assert.ok(!fs.existsSync(disposable.path));
fs.promises.mkdtempDisposable('x-').then(async (other) => {
  assert.ok(fs.existsSync(other.path));
  await other.remove();
  assert.ok(!fs.existsSync(other.path));
});
