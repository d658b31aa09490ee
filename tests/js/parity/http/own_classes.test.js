'use strict';
// A server uses the given classes, also those made in the old way.
const assert = require('node:assert');
const http = require('node:http');
const util = require('node:util');

class Request extends http.IncomingMessage {
  get user() { return this.headers['x-user']; }
}
function Response(...args) {
  http.ServerResponse.apply(this, args);
}
util.inherits(Response, http.ServerResponse);
Response.prototype.json = function(value) {
  this.setHeader('Content-Type', 'application/json');
  this.end(JSON.stringify(value));
};
const server = http.createServer({ IncomingMessage: Request, ServerResponse: Response }, (req, res) => {
  assert.ok(req instanceof Request);
  res.json({ user: req.user });
});
server.listen(0, () => {
  http.get({ port: server.address().port, headers: { 'X-User': 'me' } }, (res) => {
    let text = '';
    res.on('data', (chunk) => { text += chunk; });
    res.on('end', () => {
      assert.strictEqual(text, '{"user":"me"}');
      server.close();
    });
  });
});
