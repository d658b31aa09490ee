'use strict';
const assert = require('node:assert');
const cluster = require('node:cluster');

cluster.setupPrimary({ inspectPort: null });
assert.throws(() => cluster.fork(), {
  code: 'ERR_SOCKET_BAD_PORT', message: 'Port should be >= 0 and < 65536. Received null.',
});
