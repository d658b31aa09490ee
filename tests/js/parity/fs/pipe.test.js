'use strict';
// A file piped into another is the same file.
const assert = require('node:assert');
const fs = require('node:fs');
const { pipeline } = require('node:stream');
require('./temp_dir.js');

const data = Buffer.alloc(1234567, 'some data ');
fs.writeFileSync('from', data);
fs.createReadStream('from').pipe(fs.createWriteStream('to')).on('close', () => {
  assert.ok(fs.readFileSync('to').equals(data));
});
pipeline(fs.createReadStream('from'), fs.createWriteStream('to2'), (error) => {
  assert.ok(!error);
  assert.ok(fs.readFileSync('to2').equals(data));
});
pipeline(fs.createReadStream('none'), fs.createWriteStream('to3'), (error) => {
  assert.strictEqual(error.code, 'ENOENT');
});
