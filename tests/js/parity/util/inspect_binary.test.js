'use strict';
// Typed arrays, buffers and views.
const assert = require('node:assert');
const { inspect } = require('node:util');

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(inspect(new Uint8Array(3)), 'Uint8Array(3) [ 0, 0, 0 ]');
check(inspect(new Float64Array([1.5, -0])), 'Float64Array(2) [ 1.5, -0 ]');
check(inspect(new BigInt64Array(2)), 'BigInt64Array(2) [ 0n, 0n ]');
check(inspect(new Int8Array(0)), 'Int8Array(0) []');
check(inspect(new Uint8Array(120)), [
  'Uint8Array(120) [',
  '  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,',
  '  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,',
  '  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,',
  '  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,',
  '  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,',
  '  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,',
  '  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,',
  '  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,',
  '  0, 0, 0, 0,',
  '  ... 20 more items',
  ']',
].join('\n'));
check(inspect(new Uint8Array(2), { showHidden: true }), [
  'Uint8Array(2) [',
  '  0,',
  '  0,',
  '  [BYTES_PER_ELEMENT]: 1,',
  '  [length]: 2,',
  '  [byteLength]: 2,',
  '  [byteOffset]: 0,',
  '  [buffer]: ArrayBuffer { [byteLength]: 2 }',
  ']',
].join('\n'));
check(inspect(new ArrayBuffer(4)),
      'ArrayBuffer { [Uint8Contents]: <00 00 00 00>, [byteLength]: 4 }');
check(inspect(new ArrayBuffer(60)), [
  'ArrayBuffer {',
  '  [Uint8Contents]: <00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00>,',
  '  [byteLength]: 60',
  '}',
].join('\n'));
check(inspect(new SharedArrayBuffer(2)),
      'SharedArrayBuffer { [Uint8Contents]: <00 00>, [byteLength]: 2 }');
check(inspect(new DataView(new ArrayBuffer(2), 1)), [
  'DataView {',
  '  [byteLength]: 1,',
  '  [byteOffset]: 1,',
  '  [buffer]: ArrayBuffer { [Uint8Contents]: <00 00>, [byteLength]: 2 }',
  '}',
].join('\n'));
check(inspect(Buffer.from('hello')), '<Buffer 68 65 6c 6c 6f>');
check(inspect(Buffer.alloc(60, 1)),
      '<Buffer 01 01 01 01 01 01 01 01 01 01 01 01 01 01 01 01 01 01 01 01 01 01 01 01 ' +
      '01 01 01 01 01 01 01 01 01 01 01 01 01 01 01 01 01 01 01 01 01 01 01 01 01 01 ..' +
      '. 10 more bytes>');
check(inspect(new (class Bytes extends Uint8Array {})(2)), 'Bytes(2) [Uint8Array] [ 0, 0 ]');
check(inspect(new Uint8Array([1, 2, 3]), { maxArrayLength: 1 }),
      'Uint8Array(3) [ 1, ... 2 more items ]');
