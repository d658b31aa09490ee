'use strict';
// The worker's server gets the error of the primary's bind.
const assert = require('node:assert');
const cluster = require('node:cluster');
const net = require('node:net');

if (cluster.isWorker) {
  net.createServer().on('error', (err) => {
    const { code, syscall, address, port, message } = err;
    process.send({ code, syscall, address, port, message });
    process.disconnect();
  }).listen(Number(process.env.PORT));
} else {
  let seen;
  const blocker = net.createServer().listen(0, () => {
    const { port } = blocker.address();
    cluster.fork({ PORT: port }).on('message', (message) => {
      seen = message;
      blocker.close();
      assert.deepStrictEqual(seen, {
        code: 'EADDRINUSE', syscall: 'bind', address: null, port,
        message: `bind EADDRINUSE null:${port}`,
      });
    });
  });
  process.on('exit', () => assert.ok(seen));
}
