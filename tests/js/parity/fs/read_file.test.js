'use strict';
// readFile: encodings, descriptors, sizes, failures in all three forms.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

fs.writeFileSync('f', 'grüße');
assert.strictEqual(fs.readFileSync('f', 'utf8'), 'grüße');
assert.strictEqual(fs.readFileSync('f', { encoding: 'utf-8' }), 'grüße');
assert.strictEqual(fs.readFileSync('f', 'latin1').length, 7);
assert.deepStrictEqual(fs.readFileSync('f'), Buffer.from('grüße'));
assert.deepStrictEqual(fs.readFileSync('f', null), Buffer.from('grüße'));
fs.writeFileSync('bom', '\ufeffx');
assert.strictEqual(fs.readFileSync('bom', 'utf8'), '\ufeffx');
fs.writeFileSync('empty', '');
assert.strictEqual(fs.readFileSync('empty', 'utf8'), '');
assert.strictEqual(fs.readFileSync('empty').length, 0);

const fd = fs.openSync('f', 'r');
fs.readSync(fd, Buffer.alloc(2), 0, 2);
assert.strictEqual(fs.readFileSync(fd, 'utf8'), 'üße');
assert.strictEqual(fs.readFileSync(fd).length, 0);
fs.closeSync(fd);

const missing = { code: 'ENOENT', message: "ENOENT: no such file or directory, open 'none'" };
const folder = { code: 'EISDIR', syscall: 'read',
                 message: 'EISDIR: illegal operation on a directory, read' };
for (const options of [undefined, 'utf8', 'hex']) {
  assert.throws(() => fs.readFileSync('none', options), missing);
  assert.throws(() => fs.readFileSync('.', options), folder);
  assert.rejects(fs.promises.readFile('none', options), missing);
  assert.rejects(fs.promises.readFile('.', options), folder);
  fs.readFile('none', options, (error) => assert.strictEqual(error.message, missing.message));
  fs.readFile('.', options, (error) => assert.strictEqual(error.message, folder.message));
}
fs.readFile('f', (error, data) => {
  assert.strictEqual(error, null);
  assert.deepStrictEqual(data, Buffer.from('grüße'));
});
fs.readFile('f', { encoding: 'base64' }, (error, data) => {
  assert.strictEqual(data, Buffer.from('grüße').toString('base64'));
});
fs.promises.readFile('f', 'utf8').then((data) => assert.strictEqual(data, 'grüße'));
