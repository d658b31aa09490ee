'use strict';

// In the bundle in place of the package's search for a process: the one that every module of the
// standard library is given.

module.exports = process;
