'use strict';
// Files whose size the kernel tells as 0 are read to their end.
const assert = require('node:assert');
const fs = require('node:fs');

const whole = fs.readFileSync('/proc/self/status', 'utf8');
assert.match(whole, /^Name:/);
assert.match(String(fs.readFileSync('/proc/self/status')), /Threads:/);
fs.readFile('/proc/self/status', (error, data) => assert.match(String(data), /Threads:/));
fs.promises.readFile('/proc/self/status', 'utf8').then((text) => assert.match(text, /Threads:/));
assert.strictEqual(fs.readFileSync('/dev/null', 'utf8'), '');
fs.readFile('/dev/null', (error, data) => assert.strictEqual(data.length, 0));
