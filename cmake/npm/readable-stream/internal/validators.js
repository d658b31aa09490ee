'use strict';

// In the bundle in place of the package's own validators: the runtime's.

module.exports = require('internal/validators');
