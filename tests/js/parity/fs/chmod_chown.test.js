'use strict';
// chmod and chown on paths, links and descriptors.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

fs.writeFileSync('f', '');
const mode = () => fs.statSync('f').mode & 0o777;
fs.chmodSync('f', 0o640);
assert.strictEqual(mode(), 0o640);
fs.chmodSync('f', '600');
assert.strictEqual(mode(), 0o600);
const fd = fs.openSync('f', 'r+');
fs.fchmodSync(fd, 0o444);
assert.strictEqual(mode(), 0o444);
const { uid, gid } = fs.fstatSync(fd);
fs.chownSync('f', uid, gid);
fs.chownSync('f', -1, -1);
fs.fchownSync(fd, uid, gid);
fs.symlinkSync('nowhere', 'link');
fs.lchownSync('link', uid, gid);
assert.throws(() => fs.chownSync('link', uid, gid), { code: 'ENOENT', syscall: 'chown' });
fs.fchmod(fd, 0o400, (error) => {
  assert.strictEqual(error, null);
  assert.strictEqual(mode(), 0o400);
  fs.closeSync(fd);
});
assert.throws(() => fs.chmodSync('f'), { code: 'ERR_INVALID_ARG_TYPE' });
assert.strictEqual(fs.lchmod, undefined);
assert.rejects(fs.promises.lchmod('f', 0o444), { code: 'ERR_METHOD_NOT_IMPLEMENTED' });
