'use strict';
// A child that is not referenced, with nothing read from it, does not keep the parent alive.
const assert = require('node:assert');
const { spawn } = require('node:child_process');

const child = spawn('sleep', ['30'], { stdio: 'ignore' });
let exited = false;
child.on('exit', () => { exited = true; });
child.unref();
process.on('exit', () => {
  assert.strictEqual(exited, false);
  child.kill('SIGKILL');
});
