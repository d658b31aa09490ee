'use strict';
// What number readers and writers refuse, word for word.
const assert = require('node:assert');

const b = Buffer.alloc(3);
const nine = Buffer.alloc(9);
const range = (name, must, got) => `The value of "${name}" is out of range. It must be ${must}. Received ${got}`;
for (const [f, code, message] of [
  [() => b.readUInt8(3), 'ERR_OUT_OF_RANGE', range('offset', '>= 0 and <= 2', 3)],
  [() => b.readUInt8(-1), 'ERR_OUT_OF_RANGE', range('offset', '>= 0 and <= 2', -1)],
  [() => b.readUInt8(1.5), 'ERR_OUT_OF_RANGE', range('offset', 'an integer', 1.5)],
  [() => b.readInt8('a'), 'ERR_INVALID_ARG_TYPE', /"offset" argument must be of type number/],
  [() => b.readUInt16LE('1'), 'ERR_INVALID_ARG_TYPE', /"offset"/],
  [() => b.readUInt32LE(), 'ERR_BUFFER_OUT_OF_BOUNDS', 'Attempt to access memory outside buffer bounds'],
  [() => b.readUInt16BE(2), 'ERR_OUT_OF_RANGE', range('offset', '>= 0 and <= 1', 2)],
  [() => b.readUIntLE(), 'ERR_INVALID_ARG_TYPE', /"offset".*Received undefined/],
  [() => b.readUIntLE(0, 7), 'ERR_OUT_OF_RANGE', range('byteLength', '>= 1 and <= 6', 7)],
  [() => b.readIntBE(0, 'a'), 'ERR_INVALID_ARG_TYPE', /"byteLength" argument must be of type number/],
  [() => b.readIntBE(0, 4), 'ERR_BUFFER_OUT_OF_BOUNDS', /outside buffer bounds/],
  [() => nine.readBigInt64LE(null), 'ERR_INVALID_ARG_TYPE', /Received null/],
  [() => nine.readDoubleLE(2), 'ERR_OUT_OF_RANGE', range('offset', '>= 0 and <= 1', 2)],
  [() => b.writeUInt8(256), 'ERR_OUT_OF_RANGE', range('value', '>= 0 and <= 255', 256)],
  [() => b.writeInt8(-129), 'ERR_OUT_OF_RANGE', range('value', '>= -128 and <= 127', -129)],
  [() => b.writeUInt8(1, Infinity), 'ERR_OUT_OF_RANGE', range('offset', '>= 0 and <= 2', 'Infinity')],
  [() => nine.writeUInt32LE(2 ** 32), 'ERR_OUT_OF_RANGE', range('value', '>= 0 and <= 4294967295', 4294967296)],
  [() => nine.writeInt32BE(2 ** 31), 'ERR_OUT_OF_RANGE',
   range('value', '>= -2147483648 and <= 2147483647', 2147483648)],
  [() => nine.writeUIntLE(2 ** 48, 0, 6), 'ERR_OUT_OF_RANGE',
   range('value', '>= 0 and < 2 ** 48', '281_474_976_710_656')],
  [() => nine.writeIntLE(2 ** 39, 0, 5), 'ERR_OUT_OF_RANGE',
   range('value', '>= -(2 ** 39) and < 2 ** 39', '549_755_813_888')],
  [() => nine.writeIntBE(2 ** 23, 0, 3), 'ERR_OUT_OF_RANGE', range('value', '>= -8388608 and <= 8388607', 8388608)],
  [() => nine.writeUIntLE(1), 'ERR_INVALID_ARG_TYPE', /"byteLength".*Received undefined/],
  [() => nine.writeIntBE(1, 0, 0), 'ERR_OUT_OF_RANGE', range('byteLength', '>= 1 and <= 6', 0)],
  [() => nine.writeBigInt64LE(2n ** 63n), 'ERR_OUT_OF_RANGE',
   range('value', '>= -(2n ** 63n) and < 2n ** 63n', '9_223_372_036_854_775_808n')],
  [() => nine.writeBigUInt64BE(-1n), 'ERR_OUT_OF_RANGE', range('value', '>= 0n and < 2n ** 64n', '-1n')],
  [() => nine.writeBigUInt64LE(1), undefined, /Cannot mix BigInt/],
  [() => nine.writeDoubleLE(1, 2), 'ERR_OUT_OF_RANGE', range('offset', '>= 0 and <= 1', 2)],
  [() => b.swap16(), 'ERR_INVALID_BUFFER_SIZE', 'Buffer size must be a multiple of 16-bits'],
]) {
  assert.throws(f, (error) => {
    assert.strictEqual(error.code, code, String(f));
    if (typeof message === 'string') assert.strictEqual(error.message, message);
    else assert.match(error.message, message);
    return true;
  });
}
