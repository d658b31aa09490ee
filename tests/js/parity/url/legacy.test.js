'use strict';
// url.parse, url.format, url.resolve.
const assert = require('node:assert');
const url = require('node:url');

const fields = ['protocol', 'auth', 'host', 'port', 'hostname', 'pathname', 'search', 'hash'];
for (const [text, ...want] of [
  ['http://user:pass@sub.h.com:8080/p/a?q=s#h', 'http:', 'user:pass', 'sub.h.com:8080', '8080', 'sub.h.com', '/p/a', '?q=s', '#h'],
  ['mailto:a@b.c', 'mailto:', 'a', 'b.c', null, 'b.c', null, null, null], ['/a?b=c', null, null, null, null, null, '/a', '?b=c', null],
  ['//h/p', null, null, null, null, null, '//h/p', null, null], ['HTTP://EXÄMPLE.com/ä', 'http:', null, 'xn--exmple-cua.com', null, 'xn--exmple-cua.com', '/ä', null, null],
  ['http://a@b@c/', 'http:', 'a@b', 'c', null, 'c', '/', null, null], ['http://[::1]:3/', 'http:', null, '[::1]:3', '3', '::1', '/', null, null],
  ['javascript:x', 'javascript:', null, null, null, null, 'x', null, null], ['http://a\\b', 'http:', null, 'a', null, 'a', '/b', null, null],
  ['  http://a b|c ', 'http:', null, 'a', null, 'a', '%20b%7Cc', null, null], ['', null, null, null, null, null, null, null, null],
  ['http://a.com?x', 'http:', null, 'a.com', null, 'a.com', '/', '?x', null], ['file:///etc', 'file:', null, '', null, '', '/etc', null, null],
]) {
  const parsed = url.parse(text);
  assert.deepStrictEqual(fields.map((field) => parsed[field]), want, text);
}
assert.strictEqual(url.parse('//h/p', false, true).host, 'h');
assert.strictEqual(url.parse('/?a=1&a=2', true).query.a[1], '2');
assert.strictEqual(url.parse('http://a').constructor, url.Url);
assert.throws(() => url.parse('http://a[b/'), { code: 'ERR_INVALID_URL', input: 'http://a[b/' });
assert.throws(() => url.parse(5), { message: 'The "url" argument must be of type string. Received type number (5)' });

for (const [value, want] of [
  [{ protocol: 'http', host: 'a', pathname: 'b', query: { c: 1 } }, 'http://a/b?c=1'], [{ hostname: '::1', port: 8, protocol: 'http' }, 'http://[::1]:8'],
  [{ pathname: 'a?b#c', search: 'x#y', hash: 'z' }, 'a%3Fb%23c?x%23y#z'], [{ auth: 'a:b@c', host: 'h', protocol: 'ftp:' }, 'ftp://a:b%40c@h'],
  ['http://a', 'http://a/'], [{}, ''], [{ protocol: 'file', pathname: '/x' }, 'file:///x'],
]) {
  assert.strictEqual(url.format(value), want);
}
const u = new URL('http://u:p@xn--espaol-zwa.com/a?b#c');
assert.strictEqual(url.format(u, { auth: false, fragment: false, search: false, unicode: true }), 'http://español.com/a');
assert.strictEqual(url.format(u), u.href);
assert.throws(() => url.format(5), { code: 'ERR_INVALID_ARG_TYPE' });

for (const [base, reference, want] of [
  ['http://a/b/c/d;p?q', 'g', 'http://a/b/c/g'], ['http://a/b/c/d;p?q', '../g', 'http://a/b/g'], ['http://a/b/c/d;p?q', '../../../g', 'http://a/g'],
  ['http://a/b/c/d;p?q', '?y', 'http://a/b/c/d;p?y'], ['http://a/b/c/d;p?q', '#s', 'http://a/b/c/d;p?q#s'], ['http://a/b/c/d;p?q', '//g', 'http://g/'],
  ['http://a/b/c/d;p?q', 'g:h', 'g:h'], ['http://a/b/c/d;p?q', '.', 'http://a/b/c/'], ['http://a/b/c/d;p?q', '', 'http://a/b/c/d;p?q'],
  ['/one/two/three', 'four', '/one/two/four'], ['http://u:p@a/', '/x', 'http://u:p@a/x'], ['http://u:p@a/', '//b/x', 'http://b/x'],
  ['mailto:a@b', 'c@d', 'mailto:c@d'], ['a', '../../b', '../../b'], ['http://a/b', 'https:/c', 'https://c/'],
]) {
  assert.strictEqual(url.resolve(base, reference), want, `${base} ${reference}`);
}
