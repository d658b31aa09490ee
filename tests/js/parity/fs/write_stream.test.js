'use strict';
// WriteStream: order, positions, flags, flush, close, failures, other implementations of fs.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

const closed = (stream) => new Promise((resolve) => stream.on('close', resolve));
(async () => {
  const stream = fs.createWriteStream('f', { flush: true });
  assert.deepStrictEqual([stream.path, stream.flags, stream.pending, stream.bytesWritten],
                         ['f', 'w', true, 0]);
  for (let i = 0; i < 10; i++) stream.write(`${i}`);
  stream.end('end');
  await closed(stream);
  assert.strictEqual(fs.readFileSync('f', 'utf8'), '0123456789end');
  assert.strictEqual(stream.bytesWritten, 13);

  const patch = fs.createWriteStream('f', { flags: 'r+', start: 3 });
  patch.write('AB');
  patch.write('C');
  patch.end();
  await closed(patch);
  assert.strictEqual(fs.readFileSync('f', 'utf8'), '012ABC6789end');
  const append = fs.createWriteStream('f', { flags: 'a' });
  append.write('!');
  await new Promise((resolve) => append.close(resolve));
  assert.strictEqual(fs.readFileSync('f', 'utf8'), '012ABC6789end!');

  const failing = fs.createWriteStream('no/such');
  const error = await new Promise((resolve) => failing.on('error', resolve));
  assert.strictEqual(error.code, 'ENOENT');
  const calls = [];
  const wrapped = fs.createWriteStream('g', {
    fs: {
      open: (...args) => (calls.push('open'), fs.open(...args)),
      write: (...args) => (calls.push('write'), fs.write(...args)),
      close: (...args) => (calls.push('close'), fs.close(...args)),
    },
  });
  wrapped.end('x');
  await closed(wrapped);
  assert.deepStrictEqual(calls, ['open', 'write', 'close']);
})();
assert.throws(() => fs.createWriteStream('f', { start: -1 }), { code: 'ERR_OUT_OF_RANGE' });
assert.throws(() => fs.createWriteStream('f', { flush: 3 }), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => fs.createWriteStream('f', { fs: {} }), {
  code: 'ERR_INVALID_ARG_TYPE', message: /"options.fs.open" property must be of type function/,
});
