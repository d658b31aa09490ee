'use strict';
// A second server of one worker on the same address gets EADDRINUSE.
const assert = require('node:assert');
const cluster = require('node:cluster');
const net = require('node:net');

if (cluster.isWorker) {
  const first = net.createServer().listen(0, '127.0.0.1', () => {
    const second = net.createServer();
    second.on('error', (err) => {
      process.send(err.code);
      first.close();
      process.disconnect();
    });
    const third = net.createServer().listen(0, '127.0.0.1', () => {
      second.listen(third.address().port, '127.0.0.1');
      third.unref();
    });
  });
} else {
  let code;
  cluster.fork().on('message', (message) => { code = message; });
  process.on('exit', () => assert.strictEqual(code, 'EADDRINUSE'));
}
