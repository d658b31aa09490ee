'use strict';

// A process that a primary forked is a worker; any other one may become a primary.

module.exports = Object.hasOwn(process.env, 'NODE_UNIQUE_ID') ?
  require('internal/cluster/child') : require('internal/cluster/primary');
