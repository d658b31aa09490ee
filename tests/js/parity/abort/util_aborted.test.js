'use strict';
// util.aborted resolves when the signal aborts.
const assert = require('node:assert');
const { aborted } = require('node:util');

(async () => {
  const resource = {};
  const controller = new AbortController();
  const waiting = aborted(controller.signal, resource);
  controller.abort();
  assert.strictEqual((await waiting).type, 'abort');
  assert.strictEqual(await aborted(AbortSignal.abort(), resource), undefined);
  await assert.rejects(aborted({}, resource), { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' });
  await assert.rejects(aborted(AbortSignal.abort(), 5), { code: 'ERR_INVALID_ARG_TYPE' });
})();
