'use strict';
// opendir with `recursive` gives what is in the directories below, too.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

fs.mkdirSync('a/b', { recursive: true });
fs.writeFileSync('a/b/f', '');
fs.writeFileSync('a/g', '');
const expected = ['./a', 'a/b', 'a/b/f', 'a/g'].map((p) => p.replace('./', '')).sort();
const full = (entry) => require('node:path').join(entry.parentPath, entry.name);

const dir = fs.opendirSync('.', { recursive: true });
const seen = [];
for (let entry; (entry = dir.readSync()) !== null;) seen.push(full(entry));
dir.closeSync();
assert.deepStrictEqual(seen.sort(), expected);
(async () => {
  const found = [];
  for await (const entry of await fs.promises.opendir('.', { recursive: true })) {
    found.push(full(entry));
  }
  assert.deepStrictEqual(found.sort(), expected);
})();
