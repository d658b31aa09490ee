'use strict';
// fs.promises.watch iterates over events and ends with an AbortError.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

(async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const events = fs.promises.watch('.', { signal });
  const first = events.next();
  fs.writeFileSync('f', '');
  assert.deepStrictEqual({ ...(await first).value }, { eventType: 'rename', filename: 'f' });
  setImmediate(() => controller.abort());
  await assert.rejects((async () => {
    for await (const event of events) assert.strictEqual(event.filename, 'f');
  })(), { name: 'AbortError' });
  await assert.rejects(fs.promises.watch('none').next(), { code: 'ENOENT' });
})();
