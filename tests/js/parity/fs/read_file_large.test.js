'use strict';
// Files larger than any internal piece come back whole, in every form.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

for (const size of [65535, 65536, 65537, 9 * 1024 * 1024 + 3]) {
  const data = Buffer.alloc(size, 'abcdefghijklmnopqrstuvwxyz');
  const name = `f${size}`;
  fs.writeFileSync(name, data);
  assert.ok(fs.readFileSync(name).equals(data));
  assert.strictEqual(fs.readFileSync(name, 'utf8'), data.toString());
  fs.readFile(name, (error, read) => assert.ok(read.equals(data)));
  fs.readFile(name, 'utf8', (error, read) => assert.ok(read === data.toString()));
  fs.promises.readFile(name).then((read) => assert.ok(read.equals(data)));
}
