'use strict';
const assert = require('node:assert');

process.removeAllListeners('warning');
const seen = [];
process.on('warning', (w) => seen.push([w.name, w.message, w.code]));
process.emitWarning('plain');
process.emitWarning('typed', 'CustomWarning', 'C1');
process.emitWarning('object', { type: 'Other', code: 'C2', detail: 'more' });
process.emitWarning(Object.assign(new Error('error'), { name: 'Mine', code: 'C3' }));
process.noDeprecation = true;
process.emitWarning('silent', 'DeprecationWarning', 'DEP');
process.noDeprecation = false;
assert.strictEqual(seen.length, 0);
assert.throws(() => process.emitWarning(5), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => process.emitWarning('x', 5), { code: 'ERR_INVALID_ARG_TYPE' });
process.on('exit', () => {
  assert.deepStrictEqual(seen, [
    ['Warning', 'plain', undefined],
    ['CustomWarning', 'typed', 'C1'],
    ['Other', 'object', 'C2'],
    ['Mine', 'error', 'C3'],
  ]);
});
