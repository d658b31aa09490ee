'use strict';

// Stands in for `tr46` inside the bundle of whatwg-url: the tables for domains outside ASCII (240 KB)
// are a bundle of their own that loads at the first such domain.

exports.toASCII = (domain, options) => require('npm/tr46').toASCII(domain, options);
exports.toUnicode = (domain, options) => require('npm/tr46').toUnicode(domain, options);
