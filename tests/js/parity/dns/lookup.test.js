'use strict';
// lookup in its forms, for what needs no server.
const assert = require('node:assert');
const dns = require('node:dns');
const { promisify } = require('node:util');

dns.lookup('127.0.0.1', (error, address, family) => {
  assert.deepStrictEqual([error, address, family], [null, '127.0.0.1', 4]);
});
dns.lookup('::1', { all: true }, (error, found) => {
  assert.deepStrictEqual(found, [{ address: '::1', family: 6 }]);
});
dns.lookup('localhost', { family: 4 }, (error, address, family) => {
  assert.deepStrictEqual([error, address, family], [null, '127.0.0.1', 4]);
});
dns.lookup('name.invalid', (error, address) => {
  assert.strictEqual(error.syscall, 'getaddrinfo');
  assert.strictEqual(error.hostname, 'name.invalid');
  assert.match(error.code, /^(ENOTFOUND|EAI_AGAIN)$/);
  assert.strictEqual(error.message, `getaddrinfo ${error.code} name.invalid`);
  assert.strictEqual(address, undefined);
});
assert.throws(() => dns.lookup('x'), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => dns.lookup('x', { family: 5 }, () => {}), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => dns.lookup('x', { hints: 1 << 20 }, () => {}), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => dns.lookup(5, () => {}), { code: 'ERR_INVALID_ARG_TYPE' });
(async () => {
  assert.deepStrictEqual(await dns.promises.lookup('127.0.0.1'), { address: '127.0.0.1', family: 4 });
  assert.deepStrictEqual(await promisify(dns.lookup)('127.0.0.1'), { address: '127.0.0.1', family: 4 });
  await assert.rejects(dns.promises.lookup('name.invalid'), { syscall: 'getaddrinfo' });
})();
assert.strictEqual(dns.getDefaultResultOrder(), 'verbatim');
dns.setDefaultResultOrder('ipv4first');
assert.strictEqual(dns.getDefaultResultOrder(), 'ipv4first');
assert.throws(() => dns.setDefaultResultOrder('x'), { code: 'ERR_INVALID_ARG_VALUE' });
assert.strictEqual(dns.NOTFOUND, 'ENOTFOUND');
