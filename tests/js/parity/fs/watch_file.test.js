'use strict';
// watchFile calls with the stats now and before; a missing file gives zeros once.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

fs.writeFileSync('f', 'a');
// The watcher looks at the file first in the background: changes go on until one is seen.
const grow = setInterval(() => fs.appendFileSync('f', 'x'), 20);
const watcher = fs.watchFile('f', { interval: 10 }, (now, before) => {
  assert.ok(now.size > before.size);
  clearInterval(grow);
  fs.unwatchFile('f');
});
assert.strictEqual(watcher.constructor.name, 'StatWatcher');
const listener = (now, before) => {
  assert.deepStrictEqual([now.nlink, before.nlink, now.mtimeMs], [0, 0, 0]);
  fs.unwatchFile('none', listener);
};
fs.watchFile('none', { interval: 10 }, listener);
assert.throws(() => fs.watchFile('f'), { code: 'ERR_INVALID_ARG_TYPE', message: /"listener"/ });
fs.unwatchFile('never watched');
