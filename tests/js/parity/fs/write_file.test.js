'use strict';
// writeFile: strings, views, encodings, flags, modes, flush, iterables, failures.
const assert = require('node:assert');
const fs = require('node:fs');
const { Readable } = require('node:stream');
require('./temp_dir.js');

const written = (data, options) => {
  fs.writeFileSync('f', data, options);
  return fs.readFileSync('f', 'latin1');
};
assert.strictEqual(written('plain'), 'plain');
assert.strictEqual(written('616263', 'hex'), 'abc');
assert.strictEqual(written('é', 'latin1'), 'é');
assert.strictEqual(written(Buffer.from('bytes')), 'bytes');
assert.strictEqual(written(new Uint16Array([0x4241])), 'AB');
assert.strictEqual(written(new DataView(new ArrayBuffer(2))), '\0\0');
assert.strictEqual(written('x', { flag: 'a', flush: true }), '\0\0x');
fs.writeFileSync('m', '', { mode: 0o600 });
assert.strictEqual(fs.statSync('m').mode & 0o777, 0o600);
for (const bad of [5, {}, null, undefined, [1]]) {
  assert.throws(() => fs.writeFileSync('f', bad), {
    code: 'ERR_INVALID_ARG_TYPE', message: /The "data" argument must be of type string or an/,
  });
}
assert.throws(() => fs.writeFileSync('f', '', { flag: 'wx' }), { code: 'EEXIST', syscall: 'open' });
assert.throws(() => fs.writeFileSync('f', '', { flush: 1 }), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => fs.writeFileSync('.', ''), {
  message: "EISDIR: illegal operation on a directory, open '.'",
});
assert.throws(() => fs.writeFileSync(1 << 20, 'x'), { code: 'EBADF', syscall: 'write' });
fs.writeFile('g', 'text', (...args) => {
  assert.deepStrictEqual(args, [null]);
  assert.strictEqual(fs.readFileSync('g', 'utf8'), 'text');
});
fs.writeFile('no/such', '', (error) => assert.strictEqual(error.path, 'no/such'));
(async () => {
  const { writeFile } = fs.promises;
  await writeFile('h', ['a', 'b', Buffer.from('c')]);
  assert.strictEqual(fs.readFileSync('h', 'utf8'), 'abc');
  await writeFile('h', (async function* () {
    yield 'x';
    yield 'y';
  })());
  assert.strictEqual(fs.readFileSync('h', 'utf8'), 'xy');
  await writeFile('h', Readable.from(['s', 't']), 'utf8');
  assert.strictEqual(fs.readFileSync('h', 'utf8'), 'st');
  await assert.rejects(writeFile('h', 5), { code: 'ERR_INVALID_ARG_TYPE' });
  const large = 'z'.repeat(3000000);
  await writeFile('h', large, { signal: new AbortController().signal, flush: true });
  assert.strictEqual(fs.readFileSync('h', 'utf8'), large);
})();
