'use strict';
// What send() has accepted before process.exit() arrives, in both directions, however large.
const assert = require('node:assert');
const { fork } = require('node:child_process');

const size = 1024 * 1024;
if (process.argv[2] === 'child') {
  for (let i = 0; i < 5; i++) process.send({ i, data: 'x'.repeat(size) });
  process.exit(3);
} else if (process.argv[2] === 'receiver') {
  process.once('message', ({ data }) => process.stdout.write(`${data.length}`));
} else if (process.argv[2] === 'sender') {
  fork(__filename, ['receiver']).send({ data: 'x'.repeat(size) });
  process.exit();
} else {
  const { spawn } = require('node:child_process');
  const received = [];
  let code;
  fork(__filename, ['child'])
    .on('message', ({ i, data }) => received.push([i, data.length]))
    .on('exit', (c) => { code = c; });
  let text = '';
  spawn(process.execPath, [__filename, 'sender'], { stdio: ['ignore', 'pipe', 'inherit'] })
    .stdout.on('data', (chunk) => { text += chunk; });
  process.on('exit', () => {
    assert.deepStrictEqual(received, [0, 1, 2, 3, 4].map((i) => [i, size]));
    assert.strictEqual(code, 3);
    assert.strictEqual(text, `${size}`);
  });
}
