'use strict';
// pathToFileURL, fileURLToPath, urlToHttpOptions, domainTo...
const assert = require('node:assert');
const url = require('node:url');

for (const [path, href] of [
  ['/a b/c?d#e%f', 'file:///a%20b/c%3Fd%23e%25f'], ['/a\n\t\\b', 'file:///a%0A%09%5Cb'], ['/é~[]^|', 'file:///%C3%A9%7E%5B%5D%5E%7C'],
  ['/a/', 'file:///a/'], ['/a/../b', 'file:///b'], ["/a'()!$&*+,;=:@", "file:///a'()!$&*+,;=:@"],
]) {
  assert.strictEqual(url.pathToFileURL(path).href, href);
}
assert.strictEqual(url.pathToFileURL('x').href, url.pathToFileURL(`${process.cwd()}/x`).href);
assert.ok(url.pathToFileURL('/a') instanceof URL);
assert.strictEqual(url.pathToFileURL('C:\\a\\b c', { windows: true }).href, 'file:///C:/a/b%20c');
assert.strictEqual(url.pathToFileURL('\\\\srv\\share\\x', { windows: true }).href, 'file://srv/share/x');
for (const path of ['/a b', '/é%41?#', '/a\\b', '/x~y']) {
  assert.strictEqual(url.fileURLToPath(url.pathToFileURL(path)), path);
}
for (const [href, path] of [['file:///a%20b/%C3%A9', '/a b/é'], ['file:///a?b#c', '/a'], ['file://localhost/a', '/a'], ['file:///a/./b', '/a/b'], [new URL('file:///x'), '/x']]) {
  assert.strictEqual(url.fileURLToPath(href), path);
}
assert.strictEqual(url.fileURLToPath('file:///C:/a%20b', { windows: true }), 'C:\\a b');
assert.strictEqual(url.fileURLToPath('file://srv/a', { windows: true }), '\\\\srv\\a');
for (const [value, code] of [
  ['http://a', 'ERR_INVALID_URL_SCHEME'], ['file://host/a', 'ERR_INVALID_FILE_URL_HOST'], ['file:///a%2fb', 'ERR_INVALID_FILE_URL_PATH'],
  [5, 'ERR_INVALID_ARG_TYPE'], [{}, 'ERR_INVALID_ARG_TYPE'], ['nope', 'ERR_INVALID_URL'],
]) {
  assert.throws(() => url.fileURLToPath(value), { name: 'TypeError', code });
}
assert.throws(() => url.fileURLToPath('file:///a%'), URIError);
assert.throws(() => url.pathToFileURL(5), { code: 'ERR_INVALID_ARG_TYPE' });
assert.strictEqual(url.fileURLToPathBuffer('file:///a%ff%20').toString('hex'), '2f61ff20');

assert.deepStrictEqual({ ...url.urlToHttpOptions(new URL('https://u:p%20@a.b:8443/p?q#h')) }, {
  protocol: 'https:', hostname: 'a.b', hash: '#h', search: '?q', pathname: '/p', path: '/p?q',
  href: 'https://u:p%20@a.b:8443/p?q#h', port: 8443, auth: 'u:p ',
});
assert.strictEqual(url.urlToHttpOptions(new URL('http://[::1]/')).hostname, '::1');
assert.deepStrictEqual(
  [url.domainToASCII('español.com'), url.domainToASCII('xn--iñvalid.com'), url.domainToUnicode('xn--espaol-zwa.com')],
  ['xn--espaol-zwa.com', '', 'español.com']);
