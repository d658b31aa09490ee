'use strict';
// The forms of listen().
const assert = require('node:assert');
const net = require('node:net');

let left = 0;
function check(listen, verify) {
  left++;
  const server = net.createServer();
  listen(server, () => {
    verify(server.address());
    assert.strictEqual(server.listening, true);
    server.close(() => left--);
  });
}
check((s, cb) => s.listen(cb), (a) => assert.strictEqual(a.address, '::'));
check((s, cb) => s.listen(0, cb), (a) => assert.strictEqual(a.family, 'IPv6'));
check((s, cb) => s.listen(0, '127.0.0.1', cb), (a) => assert.strictEqual(a.family, 'IPv4'));
check((s, cb) => s.listen(0, '127.0.0.1', 5, cb), (a) => assert.strictEqual(a.address, '127.0.0.1'));
check((s, cb) => s.listen({ port: 0, host: '::1' }, cb), (a) => assert.strictEqual(a.address, '::1'));
check((s, cb) => s.listen({ port: 0, exclusive: true }, cb), (a) => assert.ok(a.port > 0));
check((s, cb) => s.listen({ port: 0, host: '127.0.0.1', reusePort: true }, cb),
      (a) => assert.ok(a.port > 0));
check((s, cb) => s.listen('0', cb), (a) => assert.ok(a.port > 0));
process.on('exit', () => assert.strictEqual(left, 0));
