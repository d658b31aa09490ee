'use strict';
// An AbortSignal ends readFile and writeFile with an AbortError.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

fs.writeFileSync('f', Buffer.alloc(3 * 1024 * 1024));
const aborted = { name: 'AbortError', code: 'ABORT_ERR', message: 'The operation was aborted' };
const late = new AbortController();
assert.rejects(fs.promises.readFile('f', { signal: late.signal }), aborted);
assert.rejects(fs.promises.writeFile('g', 'x', { signal: late.signal }), aborted);
fs.readFile('f', { signal: late.signal }, (error) => assert.strictEqual(error.name, 'AbortError'));
late.abort('why');
const early = AbortSignal.abort('reason');
assert.rejects(fs.promises.readFile('f', { signal: early }), { ...aborted, cause: 'reason' });
assert.rejects(fs.promises.writeFile('f', '', { signal: early }), aborted);
assert.rejects(fs.promises.readFile('f', { signal: {} }), { code: 'ERR_INVALID_ARG_TYPE' });
const never = new AbortController();
fs.promises.readFile('f', { signal: never.signal }).then((data) => {
  assert.strictEqual(data.length, 3 * 1024 * 1024);
});
