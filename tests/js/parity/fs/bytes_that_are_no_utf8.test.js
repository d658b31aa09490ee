'use strict';
// Names that are no UTF-8 survive as buffers; contents that are none become U+FFFD.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

const name = Buffer.from([0x66, 0xff, 0xfe]);
fs.writeFileSync(name, Buffer.from([0x61, 0xff, 0xe2, 0x82, 0x62]));
assert.deepStrictEqual(fs.readdirSync('.', 'buffer'), [name]);
assert.strictEqual(fs.readFileSync(name, 'utf8'), 'a\ufffd\ufffdb');
assert.strictEqual(fs.readFileSync(name).length, 5);
assert.strictEqual(fs.readdirSync('.', 'hex')[0], '66fffe');
fs.unlinkSync(name);
