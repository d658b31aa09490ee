'use strict';
// A recursive watch tells of changes below, by their relative paths, in new folders too.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

fs.mkdirSync('a/b', { recursive: true });
const seen = new Set();
const watcher = fs.watch('.', { recursive: true }, (type, name) => {
  seen.add(name);
  if (name === 'a/b/f') fs.mkdirSync('a/n');
  if (name === 'a/n') fs.writeFileSync('a/n/g', '');
  if (name === 'a/n/g') watcher.close();
});
watcher.on('close', () => {
  clearInterval(again);
  assert.ok(seen.has('a/b/f'));
});
fs.writeFileSync('a/b/f', '');
// A folder may be watched only after something came into it: go on until it is seen.
const again = setInterval(() => {
  if (fs.existsSync('a/n')) fs.writeFileSync('a/n/g', String(process.hrtime()[1]));
}, 20);
