'use strict';
// events.once: the arguments of the next event, a rejection by 'error', by a signal.
const assert = require('node:assert');
const EventEmitter = require('node:events');
const { once } = EventEmitter;

(async () => {
  const emitter = new EventEmitter();
  setImmediate(() => emitter.emit('x', 1, 2));
  assert.deepStrictEqual(await once(emitter, 'x'), [1, 2]);
  assert.deepStrictEqual(emitter.eventNames(), []);

  setImmediate(() => emitter.emit('error', new Error('broken')));
  await assert.rejects(once(emitter, 'x'), { message: 'broken' });
  setImmediate(() => emitter.emit('error', 'as a value'));
  assert.deepStrictEqual(await once(emitter, 'error'), ['as a value']);

  const controller = new AbortController();
  setImmediate(() => controller.abort('reason'));
  await assert.rejects(once(emitter, 'x', { signal: controller.signal }),
                       { name: 'AbortError', code: 'ABORT_ERR', cause: 'reason' });
  await assert.rejects(once(emitter, 'x', { signal: controller.signal }), { name: 'AbortError' });
  assert.deepStrictEqual(emitter.eventNames(), []);

  const target = new EventTarget();
  setImmediate(() => target.dispatchEvent(new Event('t')));
  const [event] = await once(target, 't');
  assert.strictEqual(event.type, 't');
})();
