'use strict';
// readv and writev.
const assert = require('node:assert');
const fs = require('node:fs');
const { promisify } = require('node:util');
require('./temp_dir.js');

const fd = fs.openSync('f', 'w+');
const parts = ['one', '', 'two', 'x'.repeat(100), 'y', 'z'].map((text) => Buffer.from(text));
assert.strictEqual(fs.writevSync(fd, parts), 108);
assert.strictEqual(fs.writevSync(fd, []), 0);
const into = [Buffer.alloc(2), new Uint8Array(4)];
assert.strictEqual(fs.readvSync(fd, into, 1), 6);
assert.deepStrictEqual(into.map((b) => String(Buffer.from(b))), ['ne', 'twox']);
for (const bad of ['x', ['x'], undefined]) {
  assert.throws(() => fs.writevSync(fd, bad), {
    code: 'ERR_INVALID_ARG_TYPE', message: /The "buffers" argument must be an ArrayBufferView\[\]/,
  });
}
fs.writev(fd, [Buffer.from('AB')], 0, (error, bytes, buffers) => {
  assert.deepStrictEqual([error, bytes, buffers.length], [null, 2, 1]);
  promisify(fs.readv)(fd, [Buffer.alloc(3)], 0).then(({ bytesRead, buffers: [first] }) => {
    assert.deepStrictEqual([bytesRead, String(first)], [3, 'ABe']);
    fs.closeSync(fd);
  });
});
