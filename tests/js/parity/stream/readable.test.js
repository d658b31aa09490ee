'use strict';
// Readable: push, read, unshift, encodings, errors, events in their order.
const assert = require('node:assert');
const { Readable, Writable } = require('node:stream');

const log = [];
const watch = (stream, name) => {
  for (const event of ['end', 'close', 'error', 'pause', 'resume']) {
    stream.on(event, (value) => log.push(`${name} ${event}${value instanceof Error ? ` ${value.code ?? value.message}` : ''}`));
  }
};
const closed = (stream) => new Promise((resolve) => stream.on('close', resolve));

(async () => {
  let r = new Readable({ read() {} });
  r.push('abcdef');
  assert.strictEqual(String(r.read(2)), 'ab');
  assert.strictEqual(r.read(10), null);
  assert.strictEqual(r.readableLength, 4);
  r.unshift('zz');
  assert.strictEqual(String(r.read()), 'zzcdef');

  r = new Readable({ read() {} });
  r.setEncoding('utf8');
  r.push(Buffer.from([0xe2, 0x82]));
  r.push(Buffer.from([0xac]));
  r.push(null);
  let text = '';
  for await (const chunk of r) text += chunk;
  assert.strictEqual(text, '€');
  assert.strictEqual(r.readableEncoding, 'utf8');

  r = new Readable({ read() {} });
  watch(r, 'a');
  r.push('x');
  r.push(null);
  r.push('y');
  r.on('data', () => log.push('a data'));
  await closed(r);
  r = new Readable();
  watch(r, 'b');
  r.resume();
  await closed(r);
  r = new Readable({ read() { this.destroy(new Error('boom')); } });
  watch(r, 'c');
  r.resume();
  await closed(r);
  r = Readable.from(['p', 'q']);
  watch(r, 'd');
  r.on('data', () => {});
  await closed(r);
  assert.deepStrictEqual(log, [
    'a data', 'a error ERR_STREAM_PUSH_AFTER_EOF', 'a close', 'a resume', 'b resume', 'b error ERR_METHOD_NOT_IMPLEMENTED',
    'b close', 'c resume', 'c error boom', 'c close', 'd resume', 'd end', 'd close',
  ]);

  r = new Readable({ read() {} });
  r.on('error', (error) => log.push(error.message));
  r.push(5);
  await closed(r);
  assert.strictEqual(log.pop(), 'The "chunk" argument must be of type string or an instance of Buffer, TypedArray, or DataView. Received type number (5)');
  r = new Readable({ read() {} });
  r.push(new Uint16Array([97, 98]));
  assert.strictEqual(r.read().toString('hex'), '61006200');

  r = new Readable({ read() {} });
  const w = new Writable({ write(chunk, encoding, callback) { callback(); } });
  w.on('unpipe', (source) => log.push(source === r));
  r.pipe(w);
  r.unpipe(w);
  assert.strictEqual(log.pop(), true);
  assert.deepStrictEqual([r.readableFlowing, r.isPaused()], [false, true]);
})();

for (const highWaterMark of [-1, 'a', NaN]) {
  assert.throws(() => new Readable({ highWaterMark }), { code: 'ERR_INVALID_ARG_VALUE', message: /^The property 'options\.highWaterMark' is invalid/ });
}
for (const value of [5, null, undefined]) {
  assert.throws(() => Readable.from(value), { code: 'ERR_INVALID_ARG_TYPE', message: /^The "iterable" argument must be an instance of Iterable/ });
}
assert.throws(() => new Readable().setEncoding('nope'), { code: 'ERR_UNKNOWN_ENCODING' });
