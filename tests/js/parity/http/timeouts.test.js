'use strict';
// setTimeout of server, response and request.
const assert = require('node:assert');
const http = require('node:http');

const seen = [];
let released = false;
const server = http.createServer((req, res) => {
  if (req.url === '/res') res.setTimeout(20, () => { seen.push('res'); res.end('x'); });
  if (req.url === '/client') {
    if (released) res.end('x');
    else server.once('release', () => res.end('x'));
  }
});
server.listen(0, async () => {
  const get = (path, prepare = () => {}) => new Promise((resolve) => {
    const req = http.get({ port: server.address().port, path }, (res) => res.resume().on('end', resolve));
    prepare(req);
  });
  await get('/res');
  await get('/client', (req) => req.setTimeout(20, () => {
    seen.push('client');
    released = true;
    server.emit('release');
  }));
  assert.deepStrictEqual(seen, ['res', 'client']);
  server.close();
});
