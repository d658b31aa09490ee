'use strict';
// The n-th listen(0) of every worker shares one port; a second one in a worker gets another.
const assert = require('node:assert');
const cluster = require('node:cluster');
const net = require('node:net');

if (cluster.isWorker) {
  const first = net.createServer().listen(0, () => {
    const second = net.createServer().listen(0, () => {
      process.send([first.address().port, second.address().port]);
    });
  });
} else {
  const ports = [];
  for (let i = 0; i < 2; i++) {
    cluster.fork().on('message', (message) => {
      ports.push(message);
      if (ports.length === 2) cluster.disconnect();
    });
  }
  process.on('exit', () => {
    assert.deepStrictEqual(ports[0], ports[1]);
    assert.notStrictEqual(ports[0][0], ports[0][1]);
  });
}
