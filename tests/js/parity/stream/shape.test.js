'use strict';
// The exports of stream, defaults, class relations, predicates.
const assert = require('node:assert');
const stream = require('node:stream');

const { Duplex, PassThrough, Readable, Stream, Transform, Writable } = stream;
assert.strictEqual(stream, Stream);
for (const name of ['isDestroyed', 'isDisturbed', 'isErrored', 'isReadable', 'isWritable', 'Readable', 'Writable', 'Duplex', 'Transform',
                    'PassThrough', 'duplexPair', 'pipeline', 'addAbortSignal', 'finished', 'destroy', 'compose', 'setDefaultHighWaterMark',
                    'getDefaultHighWaterMark', 'promises', 'Stream', '_isArrayBufferView', '_isUint8Array', '_uint8ArrayToBuffer']) {
  assert.ok(name in stream, name);
}
assert.deepStrictEqual([stream.getDefaultHighWaterMark(false), stream.getDefaultHighWaterMark(true)], [65536, 16]);
assert.deepStrictEqual([new Readable().readableHighWaterMark, new Writable().writableHighWaterMark], [65536, 65536]);
assert.strictEqual(new Readable({ objectMode: true }).readableHighWaterMark, 16);
assert.ok(new Duplex() instanceof Readable && new Duplex() instanceof Writable && new PassThrough() instanceof Transform);
assert.ok(!(new Readable() instanceof Writable));
assert.ok(Readable() instanceof Readable);
assert.ok(new Readable() instanceof require('node:events'));
for (const name of ['fromWeb', 'toWeb']) for (const C of [Readable, Writable, Duplex]) assert.strictEqual(typeof C[name], 'function');
assert.deepStrictEqual(
  [stream.isReadable(new Readable()), stream.isReadable({}), stream.isWritable(new Writable()), stream.isDisturbed(new Readable()),
   stream.isErrored(new Readable()), stream.isDestroyed(new Readable().destroy()), stream.isDestroyed(new PassThrough()), stream.isDestroyed({})],
  [true, null, true, false, false, true, false, null]);
assert.strictEqual(Readable.prototype.asIndexedPairs, undefined);
stream.setDefaultHighWaterMark(false, 1000);
assert.strictEqual(new Readable().readableHighWaterMark, 1000);
assert.throws(() => stream.setDefaultHighWaterMark(false, -1), { code: 'ERR_OUT_OF_RANGE' });
