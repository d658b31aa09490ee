'use strict';
// assert.strict: the loose names compare strictly.
const assert = require('node:assert');
const { strict } = assert;

assert.strictEqual(require('node:assert/strict'), strict);
assert.strictEqual(strict.strict, strict);
assert.strictEqual(strict.equal, assert.strictEqual);
assert.strictEqual(strict.deepEqual, assert.deepStrictEqual);
assert.strictEqual(strict.notEqual, assert.notStrictEqual);
assert.strictEqual(strict.notDeepEqual, assert.notDeepStrictEqual);
strict(true);
assert.throws(() => strict.equal(1, '1'), { operator: 'strictEqual' });
assert.throws(() => strict(0), { code: 'ERR_ASSERTION' });
assert.equal(1, '1');

const own = new assert.Assert({ strict: false });
own.equal(1, '1');
assert.throws(() => new assert.Assert({ diff: 'x' }), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => new assert.Assert().equal(1, '1'), { code: 'ERR_ASSERTION' });
