'use strict';
// querystring.parse and unescape.
const assert = require('node:assert');
const qs = require('node:querystring');

const json = (...args) => JSON.stringify(qs.parse(...args));
for (const [args, want] of [
  [['a=1&b=2&a=3'], '{"a":["1","3"],"b":"2"}'], [['a&b=&=c&=&&'], '{"a":"","b":"","":["c",""]}'],
  [['a=%zz%41+b'], '{"a":"%zzA b"}'], [['a:1;b:2', ';', ':'], '{"a":"1","b":"2"}'], [['a==b'], '{"a":"=b"}'],
  [['a=1&b=2&c=3', null, null, { maxKeys: 2 }], '{"a":"1","b":"2"}'],
  [['a=1&b=2', null, null, { maxKeys: 0 }], '{"a":"1","b":"2"}'],
  [['&a', '&', '=', { maxKeys: 1 }], '{}'],
  [['%E4%BD=1&%C3%A9=é'], '{"\ufffd":"1","é":"é"}'], [['a+b=c+d'], '{"a b":"c d"}'],
  [['foo==x&bar===y', '&', '=='], '{"foo":"x","bar":"=y"}'],
  [['a=b%2', null, null, { decodeURIComponent: (s) => `${s}!` }], '{"a!":"b%2!"}'],
  [['a=%41', null, null, { decodeURIComponent() { throw new Error('x'); } }], '{"a":"A"}'],
  [['a=b%'], '{"a":"b%"}'], [['a=%c3%a'], '{"a":"\ufffd%a"}'], [[''], '{}'], [[5], '{}'], [[null], '{}'],
]) {
  assert.strictEqual(json(...args), want, JSON.stringify(args));
}
assert.strictEqual(Object.getPrototypeOf(qs.parse('a')), null);
assert.strictEqual(qs.parse('__proto__=1').__proto__, '1');
assert.strictEqual(Object.keys(qs.parse('a&'.repeat(2) + Array.from({ length: 2000 }, (_, i) => `k${i}`).join('&'))).length, 999);
assert.strictEqual(qs.decode, qs.parse);
assert.strictEqual(qs.unescape('%41%zz%C3%A9'), 'A%zzé');
assert.strictEqual(qs.unescapeBuffer('%41%zz%4+').toString(), 'A%zz%4+');
const original = qs.unescape;
qs.unescape = (text) => text.replace(/o/g, '_');
assert.strictEqual(json('foo=bor'), '{"f__":"b_r"}');
qs.unescape = original;
