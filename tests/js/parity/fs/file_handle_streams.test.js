'use strict';
// Streams made of a FileHandle read and write through it and close it.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

(async () => {
  const out = await fs.promises.open('f', 'w');
  const writable = out.createWriteStream();
  writable.write('one ');
  writable.end('two');
  await new Promise((resolve) => writable.on('close', resolve));
  assert.strictEqual(out.fd, -1);
  const handle = await fs.promises.open('f');
  let text = '';
  for await (const chunk of handle.createReadStream({ encoding: 'utf8', start: 4 })) text += chunk;
  assert.strictEqual(text, 'two');
  assert.strictEqual(handle.fd, -1);
  const kept = await fs.promises.open('f');
  for await (const chunk of kept.createReadStream({ autoClose: false })) assert.ok(chunk);
  assert.ok(kept.fd > 0);
  await kept.close();
  assert.throws(() => fs.createReadStream('f', { fd: 'x' }), { code: 'ERR_INVALID_ARG_TYPE' });
})();
