'use strict';
// AbortSignal.any: aborted with the first of its signals, also through another any().
const assert = require('node:assert');

const a = new AbortController();
const b = new AbortController();
const log = [];
const inner = AbortSignal.any([a.signal, b.signal]);
const outer = AbortSignal.any([inner, new AbortController().signal]);
a.signal.addEventListener('abort', () => log.push(['a', inner.aborted, outer.aborted]));
inner.addEventListener('abort', () => log.push(['inner', outer.aborted]));
outer.addEventListener('abort', () => log.push('outer'));
a.abort('one');
b.abort('two');
assert.deepStrictEqual(log, [['a', true, true], ['inner', true], 'outer']);
assert.strictEqual(inner.reason, 'one');
assert.strictEqual(outer.reason, 'one');
assert.throws(() => AbortSignal.any(), TypeError);
assert.throws(() => AbortSignal.any([{}]), { code: 'ERR_INVALID_ARG_TYPE' });
