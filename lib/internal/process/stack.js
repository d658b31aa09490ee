'use strict';
// The text of error.stack. The native side calls this once for each error whose stack is read.

const { prepareStackTrace } = require('internal/errors/stack');

module.exports = { prepareStackTrace };
