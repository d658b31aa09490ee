'use strict';
// Where no address answers, the error holds all of them.
const assert = require('node:assert');
const net = require('node:net');

const probe = net.createServer().listen(0, () => {
  const { port } = probe.address();
  probe.close(() => {
    const client = net.connect({
      port,
      host: 'example.test',
      autoSelectFamily: true,
      lookup: (host, options, callback) =>
        callback(null, [{ address: '::1', family: 6 }, { address: '127.0.0.1', family: 4 }]),
    });
    client.on('error', (error) => {
      assert.ok(error instanceof AggregateError);
      assert.strictEqual(error.code, 'ECONNREFUSED');
      assert.deepStrictEqual(error.errors.map((e) => e.message), [
        `connect ECONNREFUSED ::1:${port}`, `connect ECONNREFUSED 127.0.0.1:${port}`,
      ]);
    });
  });
});
