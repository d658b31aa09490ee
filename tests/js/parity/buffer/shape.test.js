'use strict';
// What a Buffer is: class, species, inheritance, inspection, the exports of the module.
const assert = require('node:assert');
const { inspect } = require('node:util');
const buffer = require('node:buffer');

const b = Buffer.from('abc');
assert.ok(b instanceof Uint8Array && b instanceof Buffer && Buffer.isBuffer(b));
assert.ok(!Buffer.isBuffer(new Uint8Array(1)));
assert.strictEqual(Buffer.prototype.constructor, Buffer);
assert.strictEqual(b.constructor.name, 'Buffer');
assert.ok(Buffer.isBuffer(b.map((x) => x + 1)));
assert.ok(Buffer.isBuffer(b.filter(() => true)));
assert.strictEqual(b.parent, b.buffer);
assert.strictEqual(b.offset, b.byteOffset);
assert.strictEqual(globalThis.Buffer, buffer.Buffer);
assert.strictEqual(globalThis.atob, buffer.atob);

assert.strictEqual(inspect(b), '<Buffer 61 62 63>');
assert.strictEqual(inspect(Buffer.alloc(0)), '<Buffer >');
assert.strictEqual(inspect(Buffer.alloc(52)).slice(-21), ' 00 ... 2 more bytes>');
assert.strictEqual(inspect(Buffer.alloc(51)).slice(-20), ' 00 ... 1 more byte>');
assert.strictEqual(inspect(Object.assign(Buffer.from('a'), { x: 1, y: 'z' })), "<Buffer 61, x: 1, y: 'z'>");
buffer.INSPECT_MAX_BYTES = 1;
assert.strictEqual(inspect(b), '<Buffer 61 ... 2 more bytes>');
buffer.INSPECT_MAX_BYTES = 50;
assert.throws(() => { buffer.INSPECT_MAX_BYTES = -1; }, { code: 'ERR_OUT_OF_RANGE' });

for (const name of ['Buffer', 'SlowBuffer', 'transcode', 'isUtf8', 'isAscii', 'kMaxLength', 'kStringMaxLength',
                    'btoa', 'atob', 'constants', 'INSPECT_MAX_BYTES', 'Blob', 'File', 'resolveObjectURL']) {
  assert.ok(name in buffer, name);
}
assert.strictEqual(buffer.constants.MAX_LENGTH, buffer.kMaxLength);
assert.strictEqual(buffer.constants.MAX_STRING_LENGTH, buffer.kStringMaxLength);
class Sub extends Buffer {}
assert.strictEqual(typeof Sub.from, 'function');
