'use strict';
// rm: files, trees, force; and it never follows a link.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

const tree = () => {
  fs.mkdirSync('t/a/b', { recursive: true });
  fs.writeFileSync('t/a/b/f', '');
  fs.writeFileSync('t/g', '');
  fs.symlinkSync('../keep', 't/link');
};
fs.mkdirSync('keep');
fs.writeFileSync('keep/f', '');
tree();
const folder = { name: 'SystemError', code: 'ERR_FS_EISDIR',
                 message: 'Path is a directory: rm returned EISDIR (is a directory) t' };
assert.throws(() => fs.rmSync('t'), folder);
fs.rmSync('t', { recursive: true });
assert.deepStrictEqual(fs.readdirSync('.'), ['keep']);
assert.deepStrictEqual(fs.readdirSync('keep'), ['f']);
const missing = { code: 'ENOENT', message: "ENOENT: no such file or directory, lstat 'none'" };
assert.throws(() => fs.rmSync('none'), missing);
assert.strictEqual(fs.rmSync('none', { force: true }), undefined);
assert.throws(() => fs.rmSync('keep/f/x'), { code: 'ENOTDIR' });
fs.symlinkSync('keep', 'link');
fs.rmSync('link', { recursive: true });
assert.deepStrictEqual(fs.readdirSync('keep'), ['f']);
(async () => {
  tree();
  await assert.rejects(fs.promises.rm('t'), folder);
  await assert.rejects(fs.promises.rm('none'), missing);
  await fs.promises.rm('none', { force: true });
  await fs.promises.rm('t', { recursive: true, force: true, maxRetries: 2, retryDelay: 1 });
  assert.ok(!fs.existsSync('t'));
  tree();
  fs.rm('t', { recursive: true }, (...args) => {
    assert.deepStrictEqual(args, [null]);
    assert.deepStrictEqual(fs.readdirSync('.'), ['keep']);
  });
})();
for (const options of [5, { recursive: 1 }, { force: 1 }]) {
  assert.throws(() => fs.rmSync('keep', options), { code: 'ERR_INVALID_ARG_TYPE' });
}
