'use strict';

// Deprecated in Node; the package of the same name takes its place.

// Told only to code that can be changed by its owner.
if (!require('internal/util').isInsideNodeModules()) {
  process.emitWarning(
    'The `punycode` module is deprecated. Please use a userland alternative instead.',
    'DeprecationWarning', 'DEP0040');
}

module.exports = require('npm/punycode');
