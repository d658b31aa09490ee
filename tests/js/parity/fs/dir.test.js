'use strict';
// Dir: readSync, read, iteration, and what a closed one answers.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

for (let i = 0; i < 40; i++) fs.writeFileSync(`f${i}`, '');
fs.mkdirSync('d');
const names = fs.readdirSync('.').sort();

const dir = fs.opendirSync('.');
assert.strictEqual(dir.path, '.');
const seen = [];
for (let entry; (entry = dir.readSync()) !== null;) {
  assert.strictEqual(entry.isDirectory(), entry.name === 'd');
  assert.strictEqual(entry.parentPath, '.');
  seen.push(entry.name);
}
assert.strictEqual(dir.readSync(), null);
assert.deepStrictEqual(seen.sort(), names);
assert.strictEqual(dir.closeSync(), undefined);
assert.throws(() => dir.readSync(), { code: 'ERR_DIR_CLOSED', message: 'Directory handle was closed' });
assert.throws(() => dir.closeSync(), { code: 'ERR_DIR_CLOSED' });
assert.rejects(dir.read(), { code: 'ERR_DIR_CLOSED' });
assert.rejects(dir.close(), { code: 'ERR_DIR_CLOSED' });
assert.throws(() => new fs.Dir(), { code: 'ERR_MISSING_ARGS' });

async function iterate() {
  const found = [];
  const open = await fs.promises.opendir('.', { bufferSize: 7 });
  for await (const entry of open) found.push(entry.name);
  assert.deepStrictEqual(found.sort(), names);
  await assert.rejects(open.close(), { code: 'ERR_DIR_CLOSED' });
  const together = await fs.promises.opendir('.');
  const [a, b] = await Promise.all([together.read(), together.read()]);
  assert.notStrictEqual(a.name, b.name);
  await together.close();
}
iterate();
fs.opendir('.', (error, open) => {
  assert.strictEqual(error, null);
  open.read((readError, entry) => {
    assert.strictEqual(readError, null);
    assert.ok(names.includes(entry.name));
    open.close((closeError) => assert.ok(!closeError));
  });
});
assert.rejects(fs.promises.opendir('none'), { code: 'ENOENT', syscall: 'opendir', path: 'none' });
