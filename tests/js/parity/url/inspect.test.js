'use strict';
// How URL and URLSearchParams are shown.
const assert = require('node:assert');
const { inspect } = require('node:util');

assert.strictEqual(inspect(new URL('http://u:p@h:81/p?q=1#f')), `URL {
  href: 'http://u:p@h:81/p?q=1#f',
  origin: 'http://h:81',
  protocol: 'http:',
  username: 'u',
  password: 'p',
  host: 'h:81',
  hostname: 'h',
  port: '81',
  pathname: '/p',
  search: '?q=1',
  searchParams: URLSearchParams { 'q' => '1' },
  hash: '#f'
}`);
assert.strictEqual(inspect({ u: new URL('http://a') }, { depth: 0 }), '{ u: URL {} }');
assert.strictEqual(inspect(new URLSearchParams('a=1&b=2')), "URLSearchParams { 'a' => '1', 'b' => '2' }");
assert.strictEqual(inspect(new URLSearchParams()), 'URLSearchParams {}');
assert.strictEqual(inspect(new URLSearchParams('a=1').entries()), "URLSearchParams Iterator { [ 'a', '1' ] }");
assert.strictEqual(inspect(new URLSearchParams('a=1').keys()), "URLSearchParams Iterator { 'a' }");
