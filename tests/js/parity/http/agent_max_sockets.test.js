'use strict';
// Requests beyond maxSockets wait for a connection.
const assert = require('node:assert');
const http = require('node:http');

let open = 0;
let most = 0;
const server = http.createServer((req, res) => {
  most = Math.max(most, ++open);
  setImmediate(() => {
    open--;
    res.end('x');
  });
});
server.listen(0, () => {
  const agent = new http.Agent({ maxSockets: 2 });
  let left = 8;
  for (let i = 0; i < 8; i++) {
    http.get({ port: server.address().port, agent }, (res) => {
      res.resume();
      res.on('end', () => {
        if (--left > 0) return;
        assert.ok(most <= 2);
        server.close();
      });
    });
  }
  const name = agent.getName({ port: server.address().port });
  assert.strictEqual(agent.requests[name].length, 6);
});
