'use strict';
// querystring.stringify and escape.
const assert = require('node:assert');
const qs = require('node:querystring');

for (const [args, want] of [
  [[{ a: 1, b: [2, 'x'], c: true, d: null, e: undefined, f: {}, g: NaN, h: Infinity, i: 5n, k: [] }],
   'a=1&b=2&b=x&c=true&d=&e=&f=&g=&h=&i=5&'],
  [[{ j: 'é ~!*()\'' }], "j=%C3%A9%20~!*()'"], [[{ a: 1, b: 2 }, ';', ':'], 'a:1;b:2'], [['x'], ''], [[null], ''],
  [[[1, 2]], '0=1&1=2'], [[{ 'a b': 'c&d' }], 'a%20b=c%26d'], [[{ a: ['\ud83d\ude00', 1e21, -0] }], 'a=%F0%9F%98%80&a=1e%2B21&a=0'],
  [[{ a: 'x' }, null, null, { encodeURIComponent: (s) => `<${s}>` }], '<a>=<x>'],
]) {
  assert.strictEqual(qs.stringify(...args), want.replace(/&$/, ''));
}
assert.strictEqual(qs.encode, qs.stringify);
assert.strictEqual(qs.escape({ toString: () => 'q q' }), 'q%20q');
assert.strictEqual(qs.escape(5), '5');
assert.strictEqual(qs.escape('\ud800x'), '%F0%90%81%B8');
assert.throws(() => qs.escape('\ud800'), { name: 'URIError', code: 'ERR_INVALID_URI', message: 'URI malformed' });
assert.throws(() => qs.stringify({ a: '\ud800' }), { name: 'URIError' });
