'use strict';
// A server at a path: address(), connecting, the path is gone after close().
const assert = require('node:assert');
const fs = require('node:fs');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'net-'));
const name = path.join(folder, 's');
const server = net.createServer((socket) => socket.end('bye'));
server.listen(name, () => {
  assert.strictEqual(server.address(), name);
  let text = '';
  const client = net.connect({ path: name });
  client.on('data', (chunk) => { text += chunk; });
  client.on('close', () => {
    assert.strictEqual(text, 'bye');
    server.close(() => {
      assert.strictEqual(fs.existsSync(name), false);
      fs.rmdirSync(folder);
    });
  });
});
const missing = net.connect(path.join(folder, 'missing'));
missing.on('error', (error) => {
  assert.strictEqual(error.code, 'ENOENT');
  assert.strictEqual(error.message, `connect ENOENT ${path.join(folder, 'missing')}`);
  assert.strictEqual(error.address, path.join(folder, 'missing'));
});
