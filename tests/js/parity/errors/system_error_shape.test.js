'use strict';
// Errors of system calls: message, properties and their order.
const assert = require('node:assert');
const fs = require('node:fs');
const util = require('node:util');

const missing = '/no/such/file';
assert.throws(() => fs.openSync(missing), (error) => {
  assert.strictEqual(error.constructor, Error);
  assert.strictEqual(error.message, `ENOENT: no such file or directory, open '${missing}'`);
  assert.deepStrictEqual({ ...error }, { errno: -2, code: 'ENOENT', syscall: 'open', path: missing });
  assert.strictEqual(error.stack.split('\n')[0],
                     `Error: ENOENT: no such file or directory, open '${missing}'`);
  return true;
});
assert.throws(() => fs.renameSync(missing, '/no/where'), {
  message: `ENOENT: no such file or directory, rename '${missing}' -> '/no/where'`,
  dest: '/no/where',
});
const errno = util._errnoException(-13, 'bind', 'extra');
assert.strictEqual(errno.message, 'bind EACCES extra');
assert.deepStrictEqual({ ...errno }, { errno: -13, code: 'EACCES', syscall: 'bind' });
const host = util._exceptionWithHostPort(-111, 'connect', '127.0.0.1', 80, 'more');
assert.strictEqual(host.message, 'connect ECONNREFUSED 127.0.0.1:80 - Local (more)');
assert.deepStrictEqual({ ...host }, {
  errno: -111, code: 'ECONNREFUSED', syscall: 'connect', address: '127.0.0.1', port: 80,
});
