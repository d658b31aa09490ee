'use strict';
// Arguments beside `shell` are joined unescaped, which warns once.
const assert = require('node:assert');
const { spawn } = require('node:child_process');

const warnings = [];
process.on('warning', (warning) => warnings.push(warning.code));
spawn('true', ['a'], { shell: true });
spawn('true', ['b'], { shell: true }).on('close', () => {
  assert.deepStrictEqual(warnings, ['DEP0190']);
});
process.on('exit', () => assert.strictEqual(warnings.length, 1));
