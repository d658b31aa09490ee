'use strict';
// Many children and many sockets later, as many descriptors are open as before.
const assert = require('node:assert');
const fs = require('node:fs');
const net = require('node:net');
const { fork } = require('node:child_process');

const forks = 12;
const sockets = 150;
const open = () => fs.readdirSync('/proc/self/fd').length;

if (process.argv[2] === 'child') {
  const before = open();
  let left = sockets;
  process.on('message', (message, socket) => {
    if (socket === undefined) return process.disconnect();
    socket.end(message);
    socket.resume();
    socket.on('close', () => {
      if (--left === 0) process.send({ before, after: open() });
    });
  });
} else {
  const once = (emitter, name) => new Promise((resolve) => emitter.once(name, resolve));
  const forkOnce = async () => {
    const child = fork(__filename, ['child']);
    child.send('bye');
    await once(child, 'close');
  };
  const passSockets = async () => {
    const child = fork(__filename, ['child']);
    const server = net.createServer((socket) => child.send('hello', socket));
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    let running = 0;
    let started = 0;
    const connect = () => {
      if (started === sockets) return;
      started++;
      const client = net.connect(server.address().port, '127.0.0.1', () => client.end());
      client.resume();
      client.on('close', connect);
      running++;
    };
    for (let i = 0; i < 20; i++) connect();
    const { before, after } = await once(child, 'message');
    assert.ok(after <= before + 1, `child: ${before} descriptors before, ${after} after`);
    assert.strictEqual(running, sockets);
    server.close();
    child.send('bye');
    await once(child, 'close');
  };
  (async () => {
    await forkOnce();
    await passSockets();
    const before = open();
    for (let i = 0; i < forks; i++) await forkOnce();
    await passSockets();
    assert.strictEqual(open(), before);
  })();
}
