'use strict';
// listen(port) without a host: every address; the info says null, the server itself '::'.
const assert = require('node:assert');
const cluster = require('node:cluster');
const net = require('node:net');

if (cluster.isWorker) {
  const server = net.createServer().listen(0, () => process.send(server.address()));
} else {
  let info;
  let address;
  const worker = cluster.fork();
  worker.on('listening', (i) => { info = i; });
  worker.on('message', (a) => {
    address = a;
    worker.disconnect();
  });
  process.on('exit', () => {
    assert.strictEqual(info.addressType, 4);
    assert.strictEqual(info.address, null);
    assert.strictEqual(info.port, address.port);
    assert.strictEqual(info.fd, undefined);
    assert.ok(['::', '0.0.0.0'].includes(address.address));
    assert.strictEqual(address.family, address.address === '::' ? 'IPv6' : 'IPv4');
  });
}
