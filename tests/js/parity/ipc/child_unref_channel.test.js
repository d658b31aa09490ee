'use strict';
// unref() by the program lets a child end although it listens.
const assert = require('node:assert');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  process.on('message', () => {});
  process.channel.unref();
} else {
  let code;
  fork(__filename, ['child']).on('exit', (c) => { code = c; });
  process.on('exit', () => assert.strictEqual(code, 0));
}
