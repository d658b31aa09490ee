'use strict';
// The agent uses a connection again.
const assert = require('node:assert');
const http = require('node:http');

const ports = new Set();
const server = http.createServer((req, res) => {
  ports.add(req.socket.remotePort);
  res.end('x');
});
const agent = new http.Agent({ keepAlive: true });
function get() {
  return new Promise((resolve) => {
    const req = http.get({ port: server.address().port, agent }, (res) => {
      res.resume();
      req.on('close', () => setImmediate(resolve, req.reusedSocket));
    });
  });
}
server.listen(0, async () => {
  assert.strictEqual(await get(), false);
  const name = agent.getName({ port: server.address().port });
  assert.strictEqual(agent.freeSockets[name].length, 1);
  assert.strictEqual(await get(), true);
  assert.strictEqual(await get(), true);
  assert.strictEqual(ports.size, 1);
  assert.strictEqual(agent.totalSocketCount, 1);
  agent.destroy();
  server.close();
});
