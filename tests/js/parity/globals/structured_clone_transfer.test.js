'use strict';
const assert = require('node:assert');

const buffer = new Uint8Array([1, 2, 3]).buffer;
const moved = structuredClone({ buffer }, { transfer: [buffer] });
assert.strictEqual(buffer.byteLength, 0);
assert.deepStrictEqual(new Uint8Array(moved.buffer), new Uint8Array([1, 2, 3]));
const twice = new ArrayBuffer(1);
assert.throws(() => structuredClone(twice, { transfer: [twice, twice] }), {
  name: 'DataCloneError',
});
assert.strictEqual(twice.byteLength, 1);
