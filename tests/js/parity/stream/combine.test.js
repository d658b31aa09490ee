'use strict';
// pipeline, finished, compose, Duplex.from, duplexPair, addAbortSignal, promises.
const assert = require('node:assert');
const stream = require('node:stream');
const promises = require('node:stream/promises');

const { Duplex, PassThrough, Readable, Transform, Writable, addAbortSignal, compose, duplexPair, finished, pipeline } = stream;
const upper = () => new Transform({ transform(chunk, encoding, callback) { callback(null, String(chunk).toUpperCase()); } });
const collect = async (source) => {
  let text = '';
  for await (const chunk of source) text += chunk;
  return text;
};

(async () => {
  await new Promise((resolve) => pipeline(Readable.from(['a', 'b']), upper(), async function*(source) {
    for await (const chunk of source) yield `${chunk}!`;
  }, collect, (error, value) => {
    assert.ok(!error);
    resolve(assert.match(value, /^A!?B!$/));
  }));
  await new Promise((resolve) => pipeline(new Readable({ read() { this.destroy(new Error('boom')); } }), new PassThrough(), new PassThrough(), (error) => {
    assert.strictEqual(error.message, 'boom');
    resolve();
  }).resume());
  const cut = new PassThrough();
  cut.destroy();
  await new Promise((resolve) => finished(cut, (error) => {
    assert.strictEqual(error.code, 'ERR_STREAM_PREMATURE_CLOSE');
    resolve();
  }));

  const controller = new AbortController();
  const waiting = addAbortSignal(controller.signal, new Readable({ read() {} }));
  controller.abort();
  await assert.rejects(promises.finished(waiting), { name: 'AbortError', code: 'ABORT_ERR', message: 'The operation was aborted' });

  await promises.pipeline(Readable.from(['x']), upper(), new PassThrough().resume());
  await assert.rejects(promises.pipeline(Readable.from(['x']), new Writable({ write(c, e, callback) { callback(new Error('no')); } })), /no/);
  const late = new AbortController();
  setImmediate(() => late.abort());
  await assert.rejects(promises.pipeline(new Readable({ read() {} }), new PassThrough().resume(), { signal: late.signal }), { name: 'AbortError' });

  const duplex = Duplex.from(async function*(source) { for await (const chunk of source) yield String(chunk).toUpperCase(); });
  duplex.end('abc');
  assert.strictEqual(await collect(duplex), 'ABC');
  const composed = compose(upper(), async function*(source) { for await (const chunk of source) yield `${chunk}?`; });
  composed.end('q');
  assert.strictEqual(await collect(composed), 'Q?');

  const [left, right] = duplexPair();
  left.end('hi');
  assert.strictEqual(await collect(right), 'hi');
  right.end('back');
  assert.strictEqual(await collect(left), 'back');
})();

assert.strictEqual(stream.promises.pipeline, promises.pipeline);
for (const [f, code] of [
  [() => pipeline(), 'ERR_INVALID_ARG_TYPE'], [() => pipeline(new Readable()), 'ERR_INVALID_ARG_TYPE'], [() => finished({}), 'ERR_INVALID_ARG_TYPE'],
  [() => addAbortSignal({}, new Readable()), 'ERR_INVALID_ARG_TYPE'], [() => compose(), 'ERR_MISSING_ARGS'], [() => Duplex.from(5), 'ERR_INVALID_ARG_TYPE'],
]) {
  assert.throws(f, { name: 'TypeError', code });
}
