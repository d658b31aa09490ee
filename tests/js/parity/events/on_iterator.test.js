'use strict';
// events.on: events wait for the reader; return, throw, 'error', close events and signals end it.
const assert = require('node:assert');
const EventEmitter = require('node:events');
const { on } = EventEmitter;

(async () => {
  const emitter = new EventEmitter();
  const iterator = on(emitter, 'x');
  emitter.emit('x', 1);
  emitter.emit('x', 2, 3);
  assert.deepStrictEqual(await iterator.next(), { value: [1], done: false });
  assert.deepStrictEqual(await iterator.next(), { value: [2, 3], done: false });
  const waiting = iterator.next();
  emitter.emit('x', 4);
  assert.deepStrictEqual(await waiting, { value: [4], done: false });
  assert.deepStrictEqual(await iterator.return(), { value: undefined, done: true });
  assert.deepStrictEqual(emitter.eventNames(), []);

  const failing = on(emitter, 'x');
  emitter.emit('x', 'kept');
  emitter.emit('error', new Error('broken'));
  assert.deepStrictEqual(await failing.next(), { value: ['kept'], done: false });
  await assert.rejects(failing.next(), { message: 'broken' });
  assert.deepStrictEqual(await failing.next(), { value: undefined, done: true });

  const closing = on(emitter, 'x', { close: ['end'] });
  setImmediate(() => { emitter.emit('x', 'last'); emitter.emit('end'); });
  const values = [];
  for await (const [value] of closing) values.push(value);
  assert.deepStrictEqual(values, ['last']);

  const controller = new AbortController();
  const aborted = on(emitter, 'x', { signal: controller.signal });
  setImmediate(() => controller.abort());
  await assert.rejects(aborted.next(), { name: 'AbortError' });
  assert.throws(() => on(emitter, 'x', { signal: controller.signal }), { name: 'AbortError' });
  assert.deepStrictEqual(emitter.eventNames(), []);
})();
