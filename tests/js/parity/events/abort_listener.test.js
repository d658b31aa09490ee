'use strict';
// addAbortListener: runs even after stopImmediatePropagation, and can be taken off.
const assert = require('node:assert');
const { addAbortListener } = require('node:events');

const controller = new AbortController();
const log = [];
controller.signal.addEventListener('abort', (event) => event.stopImmediatePropagation());
controller.signal.addEventListener('abort', () => log.push('never'));
addAbortListener(controller.signal, () => log.push('resists'));
const off = addAbortListener(controller.signal, () => log.push('taken off'));
off[Symbol.dispose]();
controller.abort();
assert.deepStrictEqual(log, ['resists']);
addAbortListener(AbortSignal.abort(), () => log.push('already'));
setImmediate(() => assert.deepStrictEqual(log, ['resists', 'already']));
