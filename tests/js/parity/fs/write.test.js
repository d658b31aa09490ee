'use strict';
// write: views, parts, positions, strings with encodings, and its checks.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

const fd = fs.openSync('f', 'w+');
assert.strictEqual(fs.writeSync(fd, 'äb'), 3);
assert.strictEqual(fs.writeSync(fd, '616263', 0, 'hex'), 3);
assert.strictEqual(fs.writeSync(fd, Buffer.from('xyz'), 1), 2);
assert.strictEqual(fs.writeSync(fd, Buffer.from('xyz'), { offset: 2, position: 0 }), 1);
assert.strictEqual(fs.writeSync(fd, new Uint16Array([0x4141]), 0, 2, 1), 2);
assert.strictEqual(fs.readFileSync('f', 'utf8'), 'zAAyz');
for (const bad of [5, {}, null, undefined, true]) {
  assert.throws(() => fs.writeSync(fd, bad), {
    code: 'ERR_INVALID_ARG_TYPE', message: /The "buffer" argument must be of type string or an/,
  });
}
assert.throws(() => fs.writeSync(fd, Buffer.alloc(3), 5), {
  code: 'ERR_OUT_OF_RANGE',
  message: 'The value of "offset" is out of range. It must be <= 3. Received 5',
});
assert.throws(() => fs.writeSync(fd, Buffer.alloc(3), 0, 5), { code: 'ERR_OUT_OF_RANGE' });
let open = 3;
const done = () => --open === 0 && fs.closeSync(fd);
fs.write(fd, 'hey', (...args) => {
  assert.deepStrictEqual(args, [null, 3, 'hey']);
  done();
});
fs.write(fd, Buffer.from('zz'), 1, (error, bytes, buffer) => {
  assert.deepStrictEqual([bytes, String(buffer)], [1, 'zz']);
  done();
});
fs.write(fd, 'é', 0, 'latin1', (error, bytes, text) => {
  assert.deepStrictEqual([bytes, text], [1, 'é']);
  done();
});
assert.throws(() => fs.write(fd, 'x'), { code: 'ERR_INVALID_ARG_TYPE', message: /"cb"/ });
