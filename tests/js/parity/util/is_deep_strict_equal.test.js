'use strict';
// util.isDeepStrictEqual over kinds of values.
const assert = require('node:assert');
const { isDeepStrictEqual: same } = require('node:util');
const circular = () => { const o = { a: 1 }; o.self = o; return o; };
class A {}

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(String(same({ a: 1, b: [2] }, { b: [2], a: 1 })), 'true');
check(String(same({ a: 1 }, { a: 1, b: undefined })), 'false');
check(String(same([1, , 3], [1, undefined, 3])), 'false');
check(String(same(NaN, NaN)), 'true');
check(String(same(0, -0)), 'false');
check(String(same([0], [-0])), 'false');
check(String(same(new Set([{ a: 1 }, { b: 2 }]), new Set([{ b: 2 }, { a: 1 }]))), 'true');
check(String(same(new Set([1]), new Set(['1']))), 'false');
check(String(same(new Map([[{ k: 1 }, 1]]), new Map([[{ k: 1 }, 1]]))), 'true');
check(String(same(new Map([[1, 1], [2, 2]]), new Map([[2, 2], [1, 1]]))), 'true');
check(String(same(circular(), circular())), 'true');
check(String(same(new A(), {})), 'false');
check(String(same(new Date(0), new Date(0))), 'true');
check(String(same(new Date(NaN), new Date(NaN))), 'true');
check(String(same(/a/g, /a/g)), 'true');
check(String(same(/a/g, /a/)), 'false');
check(String(same(new Error('a'), new Error('a'))), 'true');
check(String(same(new Error('a'), new TypeError('a'))), 'false');
check(String(same(new Uint8Array([1]), new Uint8Array([1]))), 'true');
check(String(same(new Uint8Array([1]), new Int8Array([1]))), 'false');
check(String(same(Object(1), Object(1))), 'true');
check(String(same(Object(1), 1)), 'false');
check(String(same(new WeakMap(), new WeakMap())), 'false');
check(String(same(Promise.resolve(1), Promise.resolve(1))), 'false');
check(String(same({ [Symbol.iterator]: 1 }, {})), 'false');
check(String(same(Object.create(null), {})), 'false');
check(String(same(() => {}, () => {})), 'false');
check(String(same('a', 'a')), 'true');
check(String(same([1, 2], { 0: 1, 1: 2, length: 2 })), 'false');
check(String(same(new Float32Array([0]), new Float32Array([-0]))), 'false');
