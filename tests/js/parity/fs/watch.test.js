'use strict';
// watch tells of a change in a folder and of one to a file, until it is closed.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

fs.writeFileSync('file', '');
const seen = [];
const watcher = fs.watch('.', (type, name) => {
  seen.push([type, name]);
  if (name !== 'new') return;
  watcher.close();
  watcher.on('close', () => assert.deepStrictEqual(seen[0], ['rename', 'new']));
});
assert.strictEqual(watcher.constructor.name, 'FSWatcher');
fs.writeFileSync('new', '');

const onFile = fs.watch('file', { encoding: 'buffer' });
onFile.on('change', (type, name) => {
  assert.strictEqual(type, 'change');
  assert.deepStrictEqual(name, Buffer.from('file'));
  onFile.close();
});
fs.appendFileSync('file', 'x');

const controller = new AbortController();
const aborted = fs.watch('.', { signal: controller.signal });
let ended = false;
aborted.on('close', () => {
  ended = true;
});
controller.abort();
process.on('exit', () => assert.ok(ended));
fs.watch('.', { persistent: false });
assert.throws(() => fs.watch('none'), {
  code: 'ENOENT', syscall: 'watch', path: 'none', filename: 'none',
  message: "ENOENT: no such file or directory, watch 'none'",
});
