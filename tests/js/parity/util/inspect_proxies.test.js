'use strict';
// Proxies: their target, or both parts with showProxy.
const assert = require('node:assert');
const { inspect } = require('node:util');
const revoked = Proxy.revocable({}, {});
revoked.revoke();

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(inspect(new Proxy({ a: 1 }, { get() { throw new Error(); } })), '{ a: 1 }');
check(inspect(new Proxy([1], {}), { showProxy: true }), 'Proxy [ [ 1 ], {} ]');
check(inspect(new Proxy(function f() {}, {})), '[Function: f]');
check(inspect(revoked.proxy), '<Revoked Proxy>');
check(inspect(revoked.proxy, { showProxy: true }), '<Revoked Proxy>');
check(inspect({ a: { b: { c: new Proxy({}, {}) } } }, { showProxy: true }),
      '{ a: { b: { c: Proxy [Array] } } }');
check(inspect(new Proxy(new Proxy({ q: 1 }, {}), {})), '{ q: 1 }');
check(inspect(new Proxy(new Proxy({ q: 1 }, {}), {}), { showProxy: true }),
      'Proxy [ Proxy [ { q: 1 }, {} ], {} ]');
