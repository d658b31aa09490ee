'use strict';
// A temporary folder for one test, current while it runs and removed at its end.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'fs-test-'));
process.chdir(folder);
process.on('exit', () => {
  process.chdir('/');
  fs.rmSync(folder, { recursive: true, force: true });
});

module.exports = folder;
