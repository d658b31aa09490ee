'use strict';
// What request() refuses, and how a request fails.
const assert = require('node:assert');
const http = require('node:http');
const net = require('node:net');

assert.throws(() => http.request({ path: '/a b' }), { code: 'ERR_UNESCAPED_CHARACTERS' });
assert.throws(() => http.request({ method: 'A B' }), { code: 'ERR_INVALID_HTTP_TOKEN' });
assert.throws(() => http.request({ protocol: 'ftp:' }), { code: 'ERR_INVALID_PROTOCOL' });
assert.throws(() => http.request({ host: 5 }), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => http.request({ agent: 5 }), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => http.request('not a url'), { code: 'ERR_INVALID_URL' });
assert.throws(() => new http.Agent({ maxTotalSockets: -1 }), { code: 'ERR_OUT_OF_RANGE' });

const events = [];
const server = net.createServer((socket) => socket.once('data', () => socket.destroy()));
server.listen(0, () => {
  const req = http.get({ port: server.address().port });
  req.on('error', (error) => {
    assert.strictEqual(error.code, 'ECONNRESET');
    assert.strictEqual(error.message, 'socket hang up');
    events.push('error');
  });
  req.on('close', () => {
    events.push('close');
    server.close();
  });
});
process.on('exit', () => assert.deepStrictEqual(events, ['error', 'close']));
