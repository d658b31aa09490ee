'use strict';

// In the bundle in place of the package's own errors: the runtime's classes.

module.exports = require('internal/errors');
