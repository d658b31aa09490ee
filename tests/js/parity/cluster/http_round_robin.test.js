'use strict';
// Connections alternate between idle workers.
const assert = require('node:assert');
const cluster = require('node:cluster');
const http = require('node:http');

if (cluster.isWorker) {
  const server = http.createServer((request, response) => response.end(`${cluster.worker.id}`));
  server.listen(0, '127.0.0.1');
} else {
  const answers = [];
  let port;
  let ready = 0;
  const get = (left) => {
    if (left === 0) return cluster.disconnect();
    http.get({ port, host: '127.0.0.1', agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk) => { text += chunk; });
      response.on('end', () => answers.push(text));
      response.on('close', () => get(left - 1));
    });
  };
  cluster.on('listening', (worker, address) => {
    port ??= address.port;
    assert.strictEqual(address.port, port);
    if (++ready === 2) get(8);
  });
  cluster.fork();
  cluster.fork();
  process.on('exit', () => {
    assert.strictEqual(answers.length, 8);
    for (let i = 1; i < answers.length; i++) assert.notStrictEqual(answers[i], answers[i - 1]);
  });
}
