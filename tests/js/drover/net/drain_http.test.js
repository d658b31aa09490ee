'use strict';
// A draining http server: kept connections get `Connection: close` with their next response, silent
// ones are closed after the quiet time, and what is under way is answered.
const assert = require('node:assert');
const http = require('node:http');
const net = require('node:net');

const kDrain = Symbol.for('drover.drain');
const closed = [];
let answerSlow;
let done = false;
const server = http.createServer((req, res) => {
  if (req.url !== '/slow') return res.end('ok');
  answerSlow = () => res.end('slow');
  begin();
});
function open(name, request) {
  const client = net.connect(server.address().port);
  client.text = '';
  client.on('data', (chunk) => {
    client.text += chunk;
    client.emit('answer');
  });
  client.on('close', () => closed.push(name));
  if (request) client.write(`GET ${request} HTTP/1.1\r\nHost: x\r\n\r\n`);
  return client;
}
let active;
let slow;
function begin() {
  const drained = server[kDrain]({ quietMs: 60, deadlineMs: 10_000 });
  assert.strictEqual(server.listening, false);
  active.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  active.once('close', () => {
    assert.strictEqual(active.text.match(/Connection: close/g).length, 1);
    answerSlow();
  });
  drained.then(() => { done = true; });
}
server.listen(0, () => {
  open('silent');
  const idle = open('idle', '/');
  idle.once('answer', () => {
    active = open('active', '/');
    active.once('answer', () => { slow = open('slow', '/slow'); });
  });
});
process.on('exit', () => {
  assert.strictEqual(done, true);
  assert.match(slow.text, /Connection: close[^]*slow$/);
  assert.deepStrictEqual(closed.sort(), ['active', 'idle', 'silent', 'slow']);
});
