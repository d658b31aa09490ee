'use strict';
// Trailers in both directions.
const assert = require('node:assert');
const http = require('node:http');

const server = http.createServer((req, res) => {
  req.resume();
  req.on('end', () => {
    assert.deepStrictEqual({ ...req.trailers }, { 'x-t': 'in' });
    assert.deepStrictEqual(req.rawTrailers, ['X-T', 'in']);
    res.writeHead(200, { Trailer: 'X-Out' });
    res.write('body');
    res.addTrailers({ 'X-Out': 'out' });
    assert.throws(() => res.addTrailers({ 'a b': '' }), { code: 'ERR_INVALID_HTTP_TOKEN' });
    res.addTrailers({ 'X-Out': 'out' });
    res.end();
  });
});
server.listen(0, () => {
  const req = http.request({ port: server.address().port, method: 'POST' }, (res) => {
    res.resume();
    res.on('end', () => {
      assert.deepStrictEqual({ ...res.trailers }, { 'x-out': 'out' });
      server.close();
    });
  });
  req.write('x');
  req.addTrailers([['X-T', 'in']]);
  req.end();
});
