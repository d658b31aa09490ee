'use strict';
// What a response emits and tells of itself, in order.
const assert = require('node:assert');
const http = require('node:http');

const events = [];
const server = http.createServer((req, res) => {
  res.on('finish', () => {
    events.push('finish');
    assert.strictEqual(res.writableFinished, true);
  });
  res.on('close', () => events.push('close'));
  assert.strictEqual(res.writableEnded, false);
  res.write('a', () => events.push('written'));
  res.end('b', () => events.push('ended'));
  assert.strictEqual(res.writableEnded, true);
  assert.strictEqual(res.finished, true);
  res.end(() => events.push('again'));
  res.on('error', (error) => events.push(error.code));
  assert.strictEqual(res.write('late'), false);
});
server.listen(0, () => {
  http.get({ port: server.address().port }, (res) => {
    res.resume().on('end', () => server.close());
  });
});
process.on('exit', () => {
  assert.ok(events.indexOf('written') < events.indexOf('finish'));
  assert.ok(events.indexOf('finish') < events.indexOf('close'));
  assert.ok(events.includes('ERR_STREAM_WRITE_AFTER_END'));
  assert.ok(events.includes('ended'));
});
