'use strict';
// Writable: back-pressure, cork, end, construct, final, destroy, errors.
const assert = require('node:assert');
const { Writable } = require('node:stream');

const log = [];
const closed = (stream) => new Promise((resolve) => stream.on('close', resolve));
const sink = { write(chunk, encoding, callback) { callback(); } };

(async () => {
  let w = new Writable({ highWaterMark: 2, write(chunk, encoding, callback) { setImmediate(callback); } });
  for (const event of ['drain', 'prefinish', 'finish', 'close']) w.on(event, () => log.push(event));
  assert.deepStrictEqual([w.write('a'), w.write('b'), w.write('c'), w.writableLength, w.writableNeedDrain], [true, false, false, 3, true]);
  w.end('z', () => log.push('ended'));
  assert.deepStrictEqual([w.writableEnded, w.writableFinished, w.write === undefined], [true, false, false]);
  await closed(w);
  assert.deepStrictEqual(log.splice(0), ['prefinish', 'ended', 'finish', 'close']);

  w = new Writable({ writev(chunks, callback) { log.push(chunks.map((c) => `${c.chunk}/${c.encoding}`).join()); callback(); } });
  w.cork();
  w.write('a');
  w.write(Buffer.from('b'));
  assert.strictEqual(w.writableCorked, 1);
  w.uncork();
  w.end();
  await closed(w);
  assert.deepStrictEqual(log.splice(0), ['a/buffer,b/buffer']);

  w = new Writable({
    construct(callback) { log.push('construct'); setImmediate(callback); },
    write(chunk, encoding, callback) { log.push(`write ${chunk}`); callback(); },
    final(callback) { log.push('final'); callback(); },
    destroy(error, callback) { log.push(`destroy ${error}`); callback(error); },
  });
  w.end('k');
  await closed(w);
  assert.deepStrictEqual(log.splice(0), ['construct', 'write k', 'final', 'destroy null']);

  w = new Writable(sink);
  w.on('error', (error) => log.push(`error ${error.code}`));
  w.end();
  w.write('x', (error) => log.push(`callback ${error.code}`));
  await closed(w);
  assert.deepStrictEqual(log.splice(0), ['callback ERR_STREAM_WRITE_AFTER_END', 'error ERR_STREAM_WRITE_AFTER_END']);

  w = new Writable(sink);
  w.destroy();
  w.write('x', (error) => log.push(error.message));
  await closed(w);
  assert.deepStrictEqual(log.splice(0), ['Cannot call write after a stream was destroyed']);

  w = new Writable({ decodeStrings: false, write(chunk, encoding, callback) { log.push(chunk, encoding); callback(); } });
  w.write('é', 'latin1');
  assert.deepStrictEqual(log.splice(0), ['é', 'latin1']);
  w = new Writable({ write(chunk, encoding, callback) { log.push(chunk.toString('hex')); callback(); } });
  w.write(new Uint16Array([97]));
  w.write(new DataView(new ArrayBuffer(1)));
  assert.deepStrictEqual(log.splice(0), ['6100', '00']);
})();

assert.throws(() => new Writable(sink).write(null), { name: 'TypeError', code: 'ERR_STREAM_NULL_VALUES' });
assert.throws(() => new Writable(sink).write(5), {
  code: 'ERR_INVALID_ARG_TYPE',
  message: 'The "chunk" argument must be of type string or an instance of Buffer, TypedArray, or DataView. Received type number (5)',
});
assert.throws(() => new Writable(sink).write('a', 'nope'), { code: 'ERR_UNKNOWN_ENCODING' });
assert.throws(() => new Writable().write('a'), { code: 'ERR_METHOD_NOT_IMPLEMENTED', message: 'The _write() method is not implemented' });
