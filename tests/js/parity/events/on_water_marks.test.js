'use strict';
// events.on pauses the emitter above the high water mark and resumes it below the low one.
const assert = require('node:assert');
const EventEmitter = require('node:events');

class Source extends EventEmitter {
  log = [];
  pause() { this.log.push('pause'); }
  resume() { this.log.push('resume'); }
}

(async () => {
  const source = new Source();
  const iterator = EventEmitter.on(source, 'x', { highWaterMark: 2, lowWaterMark: 1 });
  for (let i = 0; i < 4; i++) source.emit('x', i);
  assert.deepStrictEqual(source.log, ['pause']);
  for (let i = 0; i < 4; i++) assert.deepStrictEqual((await iterator.next()).value, [i]);
  assert.deepStrictEqual(source.log, ['pause', 'resume']);
  assert.throws(() => EventEmitter.on(source, 'x', { highWaterMark: 0 }), {
    code: 'ERR_OUT_OF_RANGE',
    message: 'The value of "options.highWaterMark" is out of range. ' +
      'It must be >= 1 && <= 9007199254740991. Received 0',
  });
})();
