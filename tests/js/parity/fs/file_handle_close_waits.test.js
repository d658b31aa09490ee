'use strict';
// close() waits for the operations that are under way.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

fs.writeFileSync('f', 'x'.repeat(1000));
(async () => {
  const handle = await fs.promises.open('f');
  const order = [];
  const reads = [0, 1, 2].map((i) => handle.read(Buffer.alloc(100), 0, 100, i * 100).then((r) => {
    order.push(r.bytesRead);
  }));
  const close = handle.close().then(() => order.push('closed'));
  await Promise.all([...reads, close]);
  assert.deepStrictEqual(order, [100, 100, 100, 'closed']);
})();
