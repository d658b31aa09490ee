'use strict';
// The message of an uncaught 'error' event says where and by what it was emitted.
const assert = require('node:assert');
const { spawnSync } = require('node:child_process');

const script = `
  class Radio extends require('node:events') {}
  function go() {
    new Radio().emit('error', Object.assign(new Error('boom'), { code: 'E_X' }));
  }
  go();
`;
const { stderr, status } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
assert.strictEqual(status, 1);
const lines = stderr.split('\n');
assert.match(lines[1], /^ +throw er; \/\/ Unhandled 'error' event$/);
assert.ok(lines.includes('Error: boom'));
const emitted = lines.indexOf("Emitted 'error' event on Radio instance at:");
assert.ok(emitted > 0);
assert.match(lines[emitted + 1], /^ {4}at go \(/);
assert.ok(stderr.includes("  code: 'E_X'\n}"));
