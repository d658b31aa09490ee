'use strict';
// close() ends idle connections and waits for the busy ones.
const assert = require('node:assert');
const http = require('node:http');
const net = require('node:net');

const order = [];
let finish;
const server = http.createServer((req, res) => {
  if (req.url === '/busy') finish = () => res.end('late');
  else res.end('now');
  if (req.url === '/busy') closeServer();
});
let idle;
function closeServer() {
  server.close(() => order.push('server'));
  idle.on('close', () => {
    order.push('idle');
    finish();
  });
}
server.listen(0, () => {
  const { port } = server.address();
  idle = net.connect(port);
  idle.once('data', () => {
    const busy = net.connect(port);
    let text = '';
    busy.on('data', (chunk) => {
      text += chunk;
      if (text.endsWith('late')) busy.end();
    });
    busy.on('close', () => order.push('busy'));
    busy.write('GET /busy HTTP/1.1\r\nHost: x\r\n\r\n');
  });
  idle.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
});
process.on('exit', () => {
  assert.strictEqual(order[0], 'idle');
  assert.deepStrictEqual([...order].sort(), ['busy', 'idle', 'server']);
});
