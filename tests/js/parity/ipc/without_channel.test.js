'use strict';
const assert = require('node:assert');

assert.strictEqual(process.send, undefined);
assert.strictEqual(process.connected, undefined);
assert.strictEqual(process.channel, undefined);
assert.strictEqual(process.disconnect, undefined);
