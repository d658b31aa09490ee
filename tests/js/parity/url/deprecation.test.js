'use strict';
// url.parse() warns once; the class behind it does not.
const assert = require('node:assert');
const url = require('node:url');

const codes = [];
process.on('warning', (warning) => codes.push(warning.code));
new url.Url().parse('http://a');
url.format({ host: 'a' });
setImmediate(() => {
  assert.deepStrictEqual(codes, []);
  url.parse('/a');
  url.resolve('/a', 'b');
  setImmediate(() => assert.deepStrictEqual(codes, ['DEP0169']));
});
