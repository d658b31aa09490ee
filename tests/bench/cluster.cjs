'use strict';

// A clustered hello world. The primary prints one line of JSON, {"port", "pids"}, when all workers listen,
// and ends with its workers when its standard input ends.

const cluster = require('node:cluster');
const http = require('node:http');

const WORKERS = Number(process.argv[2] ?? 2);

if (cluster.isPrimary) {
  const pids = [];
  for (let i = 0; i < WORKERS; i++) cluster.fork();
  cluster.on('listening', (worker, address) => {
    pids.push(worker.process.pid);
    if (pids.length === WORKERS) console.log(JSON.stringify({ port: address.port, pids }));
  });
  process.stdin.on('end', () => {
    for (const worker of Object.values(cluster.workers)) worker.process.kill('SIGKILL');
    process.exit(0);
  });
  process.stdin.resume();
} else {
  http.createServer((request, response) => {
    response.end('hello world\n');
  }).listen(Number(process.env.PORT ?? 0), '127.0.0.1');
}
