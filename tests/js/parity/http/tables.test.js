'use strict';
// METHODS and STATUS_CODES.
const assert = require('node:assert');
const http = require('node:http');

assert.ok(http.METHODS.includes('GET') && http.METHODS.includes('M-SEARCH'));
assert.deepStrictEqual(http.METHODS, [...http.METHODS].sort());
assert.strictEqual(http.METHODS.length, 35);
assert.strictEqual(http.STATUS_CODES[418], "I'm a Teapot");
assert.strictEqual(Object.keys(http.STATUS_CODES).length, 63);
assert.strictEqual(http.globalAgent.keepAlive, true);
