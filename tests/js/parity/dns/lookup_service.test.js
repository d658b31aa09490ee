'use strict';
// lookupService and the arguments it refuses.
const assert = require('node:assert');
const dns = require('node:dns');

dns.lookupService('127.0.0.1', 80, (error, hostname, service) => {
  assert.strictEqual(error, null);
  assert.strictEqual(typeof hostname, 'string');
  assert.strictEqual(typeof service, 'string');
});
assert.throws(() => dns.lookupService('x', 80, () => {}), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => dns.lookupService('127.0.0.1', 70000, () => {}), { code: 'ERR_SOCKET_BAD_PORT' });
assert.throws(() => dns.lookupService('127.0.0.1'), { code: 'ERR_MISSING_ARGS' });
