'use strict';
// A child does not inherit descriptors that were not given to it.
const assert = require('node:assert');
const fs = require('node:fs');
const { execFileSync } = require('node:child_process');
require('./temp_dir.js');

fs.writeFileSync('kept', '');
const fd = fs.openSync('kept', 'r');
const list = String(execFileSync('sh', ['-c', 'ls -l /proc/self/fd']));
assert.ok(!list.includes('kept'), list);
fs.closeSync(fd);
