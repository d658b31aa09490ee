'use strict';
// Node streams as web streams and back, and the text coders of the web.
const assert = require('node:assert');
const { Duplex, PassThrough, Readable, Writable } = require('node:stream');
const { ReadableStream, TextDecoderStream, TextEncoderStream, TransformStream, WritableStream } = require('node:stream/web');

const collect = async (source) => {
  const out = [];
  for await (const chunk of source) out.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
  return out.join('|');
};

(async () => {
  assert.strictEqual(await collect(Readable.toWeb(Readable.from([Buffer.from('a'), Buffer.from('b')], { objectMode: false }))), 'a|b');
  const failing = Readable.toWeb(new Readable({ read() { this.destroy(new Error('boom')); } }));
  await assert.rejects(collect(failing), /boom/);
  const source = new Readable({ read() {} });
  await Readable.toWeb(source).cancel();
  assert.strictEqual(source.destroyed, true);

  const stream = new ReadableStream({ start(c) { c.enqueue('x'); c.enqueue('y'); c.close(); } });
  assert.strictEqual(await collect(Readable.fromWeb(stream, { encoding: 'utf8' })), 'xy');
  const broken = Readable.fromWeb(new ReadableStream({ pull() { throw new Error('bad'); } }));
  await assert.rejects(collect(broken), /bad/);

  const written = [];
  const sink = new Writable({ highWaterMark: 1, write(chunk, encoding, callback) { written.push(String(chunk)); setImmediate(callback); } });
  const writer = Writable.toWeb(sink).getWriter();
  await writer.write('one');
  await writer.write('two');
  await writer.close();
  assert.deepStrictEqual([written, sink.writableFinished], [['one', 'two'], true]);

  const got = [];
  const writable = Writable.fromWeb(new WritableStream({ write(chunk) { got.push(String(chunk)); }, close() { got.push('closed'); } }));
  writable.write('p');
  writable.end('q');
  await new Promise((resolve) => writable.on('finish', resolve));
  assert.deepStrictEqual(got, ['p', 'q', 'closed']);

  const upper = new TransformStream({ transform(chunk, controller) { controller.enqueue(String(chunk).toUpperCase()); } });
  const duplex = Duplex.fromWeb(upper, { encoding: 'utf8' });
  duplex.end('abc');
  assert.strictEqual(await collect(duplex), 'ABC');
  const pair = Duplex.toWeb(new PassThrough());
  const pairWriter = pair.writable.getWriter();
  pairWriter.write(Buffer.from('through'));
  pairWriter.close();
  assert.strictEqual(await collect(pair.readable), 'through');

  const text = new ReadableStream({ start(c) { c.enqueue('a\ud83d'); c.enqueue('\ude00'); c.close(); } });
  assert.strictEqual(await collect(text.pipeThrough(new TextEncoderStream()).pipeThrough(new TextDecoderStream())), 'a|😀');
})();
for (const f of [() => Readable.fromWeb({}), () => Readable.toWeb({}), () => Writable.fromWeb(5), () => Duplex.fromWeb({})]) {
  assert.throws(f, { code: 'ERR_INVALID_ARG_TYPE' });
}
