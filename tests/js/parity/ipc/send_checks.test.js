'use strict';
const assert = require('node:assert');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  process.once('message', () => {});
} else {
  const child = fork(__filename, ['child']);
  assert.throws(() => child.send(), { code: 'ERR_MISSING_ARGS' });
  assert.throws(() => child.send(undefined), { code: 'ERR_MISSING_ARGS' });
  for (const bad of [() => {}, Symbol('s'), 1n]) {
    assert.throws(() => child.send(bad), { code: 'ERR_INVALID_ARG_TYPE' });
  }
  assert.throws(() => child.send({ big: 1n }), { name: 'TypeError', message: /BigInt/ });
  const cyclic = {};
  cyclic.self = cyclic;
  assert.throws(() => child.send(cyclic), { name: 'TypeError' });
  assert.throws(() => child.send({}, {}), { code: 'ERR_INVALID_HANDLE_TYPE', name: 'TypeError' });
  assert.throws(() => child.send({}, undefined, 5), { code: 'ERR_INVALID_ARG_TYPE' });
  child.send('end');
}
