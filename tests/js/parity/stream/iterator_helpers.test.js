'use strict';
// The iterator helpers of Readable, and the consumers.
const assert = require('node:assert');
const { Readable } = require('node:stream');
const consumers = require('node:stream/consumers');

const of = (...items) => Readable.from(items);
(async () => {
  assert.deepStrictEqual(await of(1, 2, 3).map((x) => x * 2).filter((x) => x > 2).toArray(), [4, 6]);
  assert.strictEqual(await of(1, 2, 3).reduce((a, b) => a + b), 6);
  assert.deepStrictEqual(await of(1, 2, 3).take(2).toArray(), [1, 2]);
  assert.deepStrictEqual(await of(1, 2, 3).drop(2).toArray(), [3]);
  assert.deepStrictEqual(await of(1, 2).flatMap((x) => [x, x]).toArray(), [1, 1, 2, 2]);
  assert.deepStrictEqual([await of(1, 2).some((x) => x > 1), await of(1, 2).every((x) => x > 1), await of(1, 2).find((x) => x > 1)], [true, false, 2]);
  const seen = [];
  await of(1, 2).forEach((x) => seen.push(x));
  assert.deepStrictEqual(seen, [1, 2]);
  await assert.rejects(of().reduce((a, b) => a + b), TypeError);
  await assert.rejects(of(1).map(() => { throw new Error('x'); }).toArray(), /x/);
  assert.throws(() => of(1).map(5), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => of(1).take(-1), { code: 'ERR_OUT_OF_RANGE' });

  assert.strictEqual(await consumers.text(of(Buffer.from([0xe2, 0x82]), Buffer.from([0xac]))), '€');
  assert.deepStrictEqual(await consumers.json(of('{"a":', '1}')), { a: 1 });
  assert.strictEqual(String(await consumers.buffer(of('ab', 'c'))), 'abc');
  assert.strictEqual((await consumers.arrayBuffer(of('ab'))).byteLength, 2);
  assert.deepStrictEqual(await consumers.bytes(of('a')), new Uint8Array([97]));
  assert.strictEqual((await consumers.blob(of('abc'))).size, 3);
  await assert.rejects(consumers.json(of('x')), SyntaxError);
})();
