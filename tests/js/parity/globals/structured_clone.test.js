'use strict';
const assert = require('node:assert');

const map = new Map([[{ a: 1 }, new Set([1])]]);
const cyclic = { list: [1, undefined, 'x'], when: new Date(5), map };
cyclic.self = cyclic;
const copy = structuredClone(cyclic);
assert.notStrictEqual(copy, cyclic);
assert.strictEqual(copy.self, copy);
assert.deepStrictEqual(copy.list, cyclic.list);
assert.strictEqual(+copy.when, 5);
assert.deepStrictEqual(copy.map, cyclic.map);
assert.ok(structuredClone(new RangeError('r')) instanceof RangeError);

class Point { constructor() { this.x = 1; } }
assert.strictEqual(Object.getPrototypeOf(structuredClone(new Point())), Object.prototype);
assert.strictEqual(Object.getPrototypeOf(structuredClone(Buffer.from('b'))), Uint8Array.prototype);

const shared = new Uint8Array([1, 2, 3]);
const views = structuredClone([shared, shared.subarray(1)]);
assert.strictEqual(views[0].buffer, views[1].buffer);
