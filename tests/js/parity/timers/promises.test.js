'use strict';
const assert = require('node:assert');
const timers = require('node:timers/promises');
const { promisify } = require('node:util');

(async () => {
  assert.strictEqual(await timers.setTimeout(1, 'value'), 'value');
  assert.strictEqual(await timers.setImmediate('now'), 'now');
  assert.strictEqual(await promisify(setTimeout)(1, 'promised'), 'promised');
  const seen = [];
  for await (const v of timers.setInterval(1, 'x')) {
    seen.push(v);
    if (seen.length === 3) break;
  }
  assert.deepStrictEqual(seen, ['x', 'x', 'x']);
  const controller = new AbortController();
  const pending = timers.setTimeout(10000, null, { signal: controller.signal });
  controller.abort();
  await assert.rejects(pending, { name: 'AbortError', code: 'ABORT_ERR' });
  await assert.rejects(timers.setTimeout(1, null, { signal: AbortSignal.abort() }), { name: 'AbortError' });
  await assert.rejects(timers.setTimeout(1, null, 5), { code: 'ERR_INVALID_ARG_TYPE' });
  await timers.scheduler.wait(1);
  await timers.scheduler.yield();
})().then(() => process.exitCode ??= 0);
