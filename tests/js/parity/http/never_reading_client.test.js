'use strict';
// A client that sends requests and never reads: the server stops reading it and serves others.
const assert = require('node:assert');
const http = require('node:http');
const net = require('node:net');

const kRequests = 20_000;
let served = 0;
const body = 'x'.repeat(20_000);
const server = http.createServer((req, res) => {
  if (req.url === '/other') return res.end('other');
  served++;
  res.end(body);
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  const hostile = net.connect(port, '127.0.0.1', () => {
    hostile.pause();
    hostile.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(kRequests));
    poll();
  });
  hostile.on('error', () => {});
  let last = -1;
  function poll() {
    http.get({ port, host: '127.0.0.1', path: '/other', agent: false }, (res) => {
      res.resume().on('end', () => {
        if (served !== last || served === 0) {
          last = served;
          setTimeout(poll, 50);
          return;
        }
        assert.ok(served < kRequests, `${served} served to nobody`);
        hostile.destroy();
        server.close();
        server.closeAllConnections();
      });
    });
  }
});
