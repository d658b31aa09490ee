'use strict';
// A server and sockets that are unref'ed do not hold the process.
const net = require('node:net');

const server = net.createServer((socket) => socket.unref());
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.unref();
    server.unref();
  });
});
