'use strict';
// disconnect() closes idle keep-alive connections of an http server.
const assert = require('node:assert');
const cluster = require('node:cluster');
const http = require('node:http');

if (cluster.isWorker) {
  http.createServer((request, response) => response.end('ok')).listen(0, '127.0.0.1');
} else {
  let code;
  const agent = new http.Agent({ keepAlive: true });
  const worker = cluster.fork();
  worker.on('listening', ({ port }) => {
    http.get({ port, host: '127.0.0.1', agent }, (response) => {
      response.resume();
      response.on('end', () => setImmediate(() => worker.disconnect()));
    });
  });
  worker.on('exit', (c) => { code = c; });
  process.on('exit', () => {
    agent.destroy();
    assert.strictEqual(code, 0);
  });
}
