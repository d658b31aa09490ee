'use strict';
// cp copies trees with links and modes, as told by filter and force.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

fs.mkdirSync('src/deep', { recursive: true });
fs.writeFileSync('src/a.txt', 'a', { mode: 0o600 });
fs.writeFileSync('src/deep/b.txt', 'b');
fs.symlinkSync('a.txt', 'src/link');
fs.cpSync('src', 'out', { recursive: true });
assert.deepStrictEqual(fs.readdirSync('out', { recursive: true }).sort(),
                       ['a.txt', 'deep', 'deep/b.txt', 'link']);
assert.strictEqual(fs.statSync('out/a.txt').mode & 0o777, 0o600);
assert.strictEqual(fs.readlinkSync('out/link'), fs.realpathSync('src/a.txt'));
fs.cpSync('src', 'verbatim', { recursive: true, verbatimSymlinks: true });
assert.strictEqual(fs.readlinkSync('verbatim/link'), 'a.txt');
fs.promises.cp('src', 'followed', { recursive: true, dereference: true }).then(() => {
  assert.ok(fs.lstatSync('followed/link').isFile());
});

const seen = [];
fs.cpSync('src', 'some', {
  recursive: true,
  filter: (from, to) => {
    seen.push([from, to]);
    return !from.endsWith('deep');
  },
});
assert.deepStrictEqual(seen[0], ['src', 'some']);
assert.ok(!fs.existsSync('some/deep'));

fs.writeFileSync('src/a.txt', 'new');
fs.cpSync('src/a.txt', 'out/a.txt', { force: false });
assert.strictEqual(fs.readFileSync('out/a.txt', 'utf8'), 'a');
fs.cpSync('src/a.txt', 'out/a.txt');
assert.strictEqual(fs.readFileSync('out/a.txt', 'utf8'), 'new');
fs.cpSync('src/a.txt', 'made/on/the/way.txt');
assert.strictEqual(fs.readFileSync('made/on/the/way.txt', 'utf8'), 'new');

fs.utimesSync('src/a.txt', 100, 200);
fs.cpSync('src/a.txt', 'dated', { preserveTimestamps: true });
assert.strictEqual(fs.statSync('dated').mtimeMs, 200000);
