'use strict';
// The error of a promise shows the async function that awaited it.
const assert = require('node:assert');
const fs = require('node:fs');

async function whoWaits() {
  await fs.promises.stat('/no/such/file');
}
whoWaits().then(() => assert.fail(), (error) => {
  assert.match(error.stack, /^Error: ENOENT: no such file or directory, stat/);
  assert.match(error.stack, /at async whoWaits/);
});
