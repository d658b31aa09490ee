'use strict';
// process.env holds strings and is the environment itself.
const assert = require('node:assert');

const { env } = process;
env.DROVER_TEST_A = 5;
assert.strictEqual(env.DROVER_TEST_A, '5');
env.DROVER_TEST_A = undefined;
assert.strictEqual(env.DROVER_TEST_A, 'undefined');
assert.ok('DROVER_TEST_A' in env);
assert.ok(Object.keys(env).includes('DROVER_TEST_A'));
assert.ok(Object.hasOwn(env, 'DROVER_TEST_A'));
assert.strictEqual({ ...env }.DROVER_TEST_A, 'undefined');
assert.strictEqual(delete env.DROVER_TEST_A, true);
assert.strictEqual(env.DROVER_TEST_A, undefined);
assert.ok(!('DROVER_TEST_A' in env));
assert.strictEqual(delete env.DROVER_TEST_NOT_THERE, true);
assert.throws(() => { env.X = Symbol('s'); }, TypeError);
assert.strictEqual(env.hasOwnProperty('PATH'), true);
assert.strictEqual(typeof env.toString, 'function');
env.TZ = 'Asia/Tokyo';
assert.strictEqual(new Date(0).getHours(), 9);
env.TZ = 'UTC';
assert.strictEqual(new Date(0).getHours(), 0);
