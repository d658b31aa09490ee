'use strict';
const assert = require('node:assert');
const cluster = require('node:cluster');

cluster.schedulingPolicy = 7;
assert.throws(() => cluster.fork(), {
  code: 'ERR_INTERNAL_ASSERTION', message: /Bad cluster\.schedulingPolicy: 7/,
});
