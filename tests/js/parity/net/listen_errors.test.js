'use strict';
// What listen() refuses at once.
const assert = require('node:assert');
const net = require('node:net');

const server = net.createServer();
assert.throws(() => server.listen({}), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => server.listen({ port: -1 }), { code: 'ERR_SOCKET_BAD_PORT' });
assert.throws(() => server.listen(65536), { code: 'ERR_SOCKET_BAD_PORT' });
assert.throws(() => server.listen(true), { code: 'ERR_INVALID_ARG_VALUE' });
server.listen(0, () => {
  assert.throws(() => server.listen(0), { code: 'ERR_SERVER_ALREADY_LISTEN' });
  server.close((error) => {
    assert.strictEqual(error, undefined);
    server.close((again) => assert.strictEqual(again.code, 'ERR_SERVER_NOT_RUNNING'));
  });
});
