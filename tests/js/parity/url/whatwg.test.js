'use strict';
// URL: parsing, getters, setters, static methods, errors.
const assert = require('node:assert');

for (const [args, href] of [
  [['http://EXÄMPLE.com'], 'http://xn--exmple-cua.com/'], [['http://a:80/'], 'http://a/'], [['../x?y#z', 'http://a/b/c/d'], 'http://a/b/x?y#z'],
  [['//h/p', 'https://a'], 'https://h/p'], [['file:///C:/a/../b'], 'file:///C:/b'], [['http://0x7f.1/'], 'http://127.0.0.1/'],
  [['http://[::0:1]:80/'], 'http://[::1]/'], [['  http://a/%7e b\t  '], 'http://a/%7e%20b'], [['http://a\\b'], 'http://a/b'],
  [['javascript:alert(1)'], 'javascript:alert(1)'], [['http://u:p@h'], 'http://u:p@h/'], [['http://a/?q=é#ü'], 'http://a/?q=%C3%A9#%C3%BC'],
  [['http://a/./b/%2e%2E/c'], 'http://a/c'], [['mailto:a@b'], 'mailto:a@b'], [['a:b'], 'a:b'], [['?q', 'http://a/b#c'], 'http://a/b?q'],
  [['', 'http://a/b?c#d'], 'http://a/b?c'], [['http://a/\ud800'], 'http://a/%EF%BF%BD'], [['HTTP://A/B'], 'http://a/B'],
]) {
  assert.strictEqual(new URL(...args).href, href);
  assert.strictEqual(URL.parse(...args).href, href);
  assert.ok(URL.canParse(...args));
}
const full = new URL('https://u:p@sub.h.com:8443/p/a?q=1&r#f');
assert.deepStrictEqual(
  ['origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'hash'].map((k) => full[k]),
  ['https://sub.h.com:8443', 'https:', 'u', 'p', 'sub.h.com:8443', 'sub.h.com', '8443', '/p/a', '?q=1&r', '#f']);
assert.strictEqual(new URL('blob:https://a/b').origin, 'https://a');
assert.strictEqual(new URL('file:///a').origin, 'null');
assert.strictEqual(JSON.stringify({ u: new URL('http://a/b') }), '{"u":"http://a/b"}');
assert.deepStrictEqual(Object.keys(full), []);
assert.strictEqual(Object.prototype.toString.call(full), '[object URL]');

const u = new URL('http://a/?x=1');
for (const [key, value, href] of [
  ['host', 'b:99', 'http://b:99/?x=1'], ['port', 'x', 'http://b:99/?x=1'], ['port', '', 'http://b/?x=1'], ['protocol', 'https', 'https://b/?x=1'],
  ['protocol', 'foo', 'https://b/?x=1'], ['hash', 'h i', 'https://b/?x=1#h%20i'], ['pathname', '/ä b', 'https://b/%C3%A4%20b?x=1#h%20i'],
  ['username', 'ü', 'https://%C3%BC@b/%C3%A4%20b?x=1#h%20i'], ['search', '', 'https://%C3%BC@b/%C3%A4%20b#h%20i'],
  ['search', '?y=2', 'https://%C3%BC@b/%C3%A4%20b?y=2#h%20i'], ['hash', '', 'https://%C3%BC@b/%C3%A4%20b?y=2'],
  ['hostname', 'c:1', 'https://%C3%BC@b/%C3%A4%20b?y=2'], ['password', 'p', 'https://%C3%BC:p@b/%C3%A4%20b?y=2'], ['href', 'x:y', 'x:y'],
]) {
  u[key] = value;
  assert.strictEqual(u.href, href, `${key}=${value}`);
}
for (const [args, input, base] of [[['nope'], 'nope'], [['/a', 'nope'], '/a', 'nope'], [['http://ex ample'], 'http://ex ample'], [['http://a:99999'], 'http://a:99999'], [[''], '']]) {
  assert.throws(() => new URL(...args), { name: 'TypeError', code: 'ERR_INVALID_URL', message: 'Invalid URL', input, ...(base && { base }) });
  assert.strictEqual(URL.parse(...args), null);
  assert.strictEqual(URL.canParse(...args), false);
}
assert.throws(() => { u.href = 'nope'; }, { code: 'ERR_INVALID_URL', input: 'nope' });
assert.throws(() => new URL(), { code: 'ERR_MISSING_ARGS', message: 'The "url" argument must be specified' });
assert.throws(() => URL('http://a'), TypeError);
assert.throws(() => URL.prototype.href, TypeError);
