'use strict';
// URLSearchParams: alone and as a part of a URL.
const assert = require('node:assert');

for (const [init, want] of [
  ['a=1&b=2', 'a=1&b=2'], ['?a=b', 'a=b'], [{ a: 1, b: null }, 'a=1&b=null'], [[['a', 'b'], ['c', 'd']], 'a=b&c=d'],
  [new Map([['a', 'b']]), 'a=b'], [5, '5='], [null, 'null='], [undefined, ''], ['a=%41+b&&=c&d', 'a=A+b&=c&d='],
  ['é=ü !~\'()*', '%C3%A9=%C3%BC+%21%7E%27%28%29*'], ['a=%ff', 'a=%EF%BF%BD'], [new URLSearchParams('x=y'), 'x=y'], [{ '\ud800': 'a' }, '%EF%BF%BD=a'],
]) {
  assert.strictEqual(new URLSearchParams(init).toString(), want);
}
const p = new URLSearchParams('c=1&a=2&b=3&a=4');
assert.deepStrictEqual([p.size, p.get('a'), p.get('z'), p.getAll('a'), p.has('b'), p.has('b', '9')], [4, '2', null, ['2', '4'], true, false]);
p.sort();
assert.strictEqual(`${p}`, 'a=2&a=4&b=3&c=1');
p.set('a', 'x');
p.append('d', 'y z');
p.delete('b');
p.delete('c', 'no');
assert.deepStrictEqual([...p], [['a', 'x'], ['c', '1'], ['d', 'y z']]);
assert.deepStrictEqual([[...p.keys()], [...p.values()]], [['a', 'c', 'd'], ['x', '1', 'y z']]);
const seen = [];
p.forEach(function(value, name, all) { seen.push(value, name, all === p, this.t); }, { t: 1 });
assert.deepStrictEqual(seen.slice(0, 4), ['x', 'a', true, 1]);
assert.strictEqual(p[Symbol.iterator], p.entries);
assert.strictEqual(Object.prototype.toString.call(p.keys()), '[object URLSearchParams Iterator]');

const u = new URL('http://a/?x=1#h');
u.searchParams.append('y', 'é');
assert.strictEqual(u.href, 'http://a/?x=1&y=%C3%A9#h');
u.search = '?z=2';
assert.strictEqual(u.searchParams.get('z'), '2');
u.searchParams.delete('z');
assert.strictEqual(u.href, 'http://a/#h');
u.href = 'http://b/?k=v';
assert.strictEqual(u.searchParams.get('k'), 'v');
assert.strictEqual(u.searchParams, u.searchParams);

for (const [f, code, message] of [
  [() => new URLSearchParams([['a']]), 'ERR_INVALID_TUPLE', 'Each query pair must be an iterable [name, value] tuple'],
  [() => new URLSearchParams([5]), 'ERR_INVALID_TUPLE', /tuple/], [() => new URLSearchParams({ [Symbol.iterator]: 5 }), 'ERR_ARG_NOT_ITERABLE', 'Query pairs must be iterable'],
  [() => p.append('a'), 'ERR_MISSING_ARGS', 'The "name" and "value" arguments must be specified'], [() => p.get(), 'ERR_MISSING_ARGS', /"name"/],
  [() => p.forEach(5), 'ERR_INVALID_ARG_TYPE', /"callback" argument must be of type function/],
  [() => URLSearchParams.prototype.get.call({}, 'a'), 'ERR_INVALID_THIS', 'Value of "this" must be of type URLSearchParams'],
]) {
  assert.throws(f, { name: 'TypeError', code, message });
}
