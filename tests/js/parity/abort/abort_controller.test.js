'use strict';
// abort(): once, with a reason, telling listeners and onabort in the order of their setting.
const assert = require('node:assert');

const controller = new AbortController();
const { signal } = controller;
const log = [];
signal.onabort = (event) => log.push(['onabort', event.type, event.isTrusted, event.target === signal]);
signal.addEventListener('abort', () => log.push('listener'));
controller.abort('first');
controller.abort('second');
assert.deepStrictEqual(log, [['onabort', 'abort', true, true], 'listener']);
assert.strictEqual(signal.reason, 'first');
assert.throws(() => signal.throwIfAborted(), (error) => error === 'first');

const quiet = new AbortController();
quiet.signal.onabort = () => assert.fail('taken off');
quiet.signal.onabort = null;
quiet.abort();
assert.strictEqual(quiet.signal.reason.name, 'AbortError');
assert.strictEqual(quiet.signal.reason.code, 20);
assert.strictEqual(quiet.signal.reason.message, 'This operation was aborted');
