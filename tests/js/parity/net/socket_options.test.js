'use strict';
// What the constructor refuses, and the state of a fresh socket.
const assert = require('node:assert');
const net = require('node:net');

for (const name of ['objectMode', 'readableObjectMode', 'writableObjectMode']) {
  assert.throws(() => new net.Socket({ [name]: true }), { code: 'ERR_INVALID_ARG_VALUE' });
}
const socket = new net.Socket();
assert.strictEqual(socket.pending, true);
assert.strictEqual(socket.connecting, false);
assert.strictEqual(socket.bytesRead, 0);
assert.strictEqual(socket.bytesWritten, 0);
assert.strictEqual(socket.remoteAddress, undefined);
assert.deepStrictEqual(socket.address(), {});
assert.strictEqual(socket.readyState, 'open');
assert.strictEqual(socket.setNoDelay(), socket);
assert.strictEqual(socket.setKeepAlive(true, 1000), socket);
assert.throws(() => socket.connect({}), { code: 'ERR_MISSING_ARGS' });
assert.throws(() => net.connect({ port: 99999 }), { code: 'ERR_SOCKET_BAD_PORT' });
assert.throws(() => net.connect({ port: {} }), { code: 'ERR_INVALID_ARG_TYPE' });
