'use strict';
// util.promisify: values, errors, this, properties, the custom function.
const assert = require('node:assert');
const { promisify } = require('node:util');

(async () => {
  function add(a, b, callback) {
    if (typeof a !== 'number') callback(new TypeError('no number'));
    else callback(null, a + b, 'second');
  }
  add.extra = 'kept';
  const addAsync = promisify(add);
  assert.strictEqual(await addAsync(1, 2), 3);
  await assert.rejects(addAsync('a', 1), { message: 'no number' });
  assert.strictEqual(addAsync.name, 'add');
  assert.strictEqual(addAsync.length, 3);
  assert.strictEqual(addAsync.extra, 'kept');
  assert.strictEqual(promisify(addAsync), addAsync);

  const object = { n: 5, get(callback) { callback(null, this.n); } };
  object.getAsync = promisify(object.get);
  assert.strictEqual(await object.getAsync(), 5);

  const custom = (callback) => callback();
  custom[promisify.custom] = async () => 'custom';
  assert.strictEqual(await promisify(custom)(), 'custom');
  assert.strictEqual(promisify.custom, Symbol.for('nodejs.util.promisify.custom'));
  custom[promisify.custom] = 5;
  assert.throws(() => promisify(custom), {
    message: 'The "util.promisify.custom" property must be of type function. ' +
      'Received type number (5)',
  });
  assert.throws(() => promisify(1), {
    code: 'ERR_INVALID_ARG_TYPE',
    message: 'The "original" argument must be of type function. Received type number (1)',
  });
  assert.strictEqual(await promisify(setTimeout)(1, 'value'), 'value');
  assert.strictEqual(await promisify(setImmediate)('value'), 'value');
})();
