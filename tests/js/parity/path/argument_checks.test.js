'use strict';
// Paths must be strings.
const assert = require('node:assert');
const { posix, win32 } = require('node:path');

for (const path of [posix, win32]) {
  for (const value of [5, null, undefined, {}, true, [], Symbol('x')]) {
    for (const f of ['normalize', 'isAbsolute', 'dirname', 'basename', 'extname', 'parse', 'join', 'resolve']) {
      assert.throws(() => path[f](value), { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' }, f);
    }
    assert.throws(() => path.relative(value, 'a'), { code: 'ERR_INVALID_ARG_TYPE', message: /"from" argument/ });
    assert.throws(() => path.relative('a', value), { code: 'ERR_INVALID_ARG_TYPE', message: /"to" argument/ });
  }
  assert.throws(() => path.resolve('a', 5), {
    message: 'The "paths[1]" argument must be of type string. Received type number (5)',
  });
  assert.throws(() => path.basename('a', 5), { message: /"suffix" argument must be of type string/ });
  assert.strictEqual(path.toNamespacedPath(5), 5);
}
