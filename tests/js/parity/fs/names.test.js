'use strict';
// The names of the module, their arities, and that both spellings are one module.
const assert = require('node:assert');
const fs = require('fs');

assert.strictEqual(fs, require('node:fs'));
assert.strictEqual(fs.promises, require('fs/promises'));
assert.strictEqual(require('node:fs/promises'), require('fs/promises'));
const arities = {
  access: 3, appendFile: 4, appendFileSync: 3, chmod: 3, close: 1, copyFile: 4, cp: 4,
  createReadStream: 2, exists: 2, fstat: 1, ftruncate: 1, glob: 3, globSync: 2, lstat: 1, mkdir: 3,
  mkdirSync: 2, mkdtemp: 3, open: 4, openSync: 3, opendir: 3, read: 6, readFile: 3, readFileSync: 2,
  readSync: 5, readdir: 3, readv: 4, realpath: 3, rename: 3, rm: 3, rmdir: 3, stat: 1, statSync: 1,
  symlink: 4, truncate: 3, unlink: 2, utimes: 4, watch: 3, watchFile: 3, write: 6, writeFile: 4,
  writeSync: 5, writev: 4,
};
for (const [name, length] of Object.entries(arities)) {
  assert.strictEqual(fs[name].name, name);
  assert.strictEqual(fs[name].length, length, name);
}
for (const name of ['Dir', 'Dirent', 'Stats', 'ReadStream', 'WriteStream', 'FileReadStream',
                    'FileWriteStream', '_toUnixTimestamp']) {
  assert.strictEqual(typeof fs[name], 'function', name);
}
const promised = [
  'access', 'appendFile', 'chmod', 'chown', 'copyFile', 'cp', 'glob', 'lchmod', 'lchown', 'link',
  'lstat', 'lutimes', 'mkdir', 'mkdtemp', 'mkdtempDisposable', 'open', 'opendir', 'readFile',
  'readdir', 'readlink', 'realpath', 'rename', 'rm', 'rmdir', 'stat', 'statfs', 'symlink',
  'truncate', 'unlink', 'utimes', 'watch', 'writeFile',
];
for (const name of promised) assert.strictEqual(typeof fs.promises[name], 'function', name);
assert.deepStrictEqual(Object.keys(fs.promises).filter((n) => n !== 'constants').sort(), promised);
