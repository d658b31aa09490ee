'use strict';
// Bytes that are no frame close the channel and leave the parent alone.
const assert = require('node:assert');
const { spawn } = require('node:child_process');

const events = [];
const script = 'printf "no frame at all, only text that goes on for a while" >&3; cat >/dev/null <&3';
const child = spawn('sh', ['-c', script], {
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
});
for (const name of ['message', 'error', 'disconnect', 'exit', 'close']) {
  child.on(name, () => events.push(name));
}
process.on('exit', () => {
  assert.deepStrictEqual(events.sort(), ['close', 'disconnect', 'exit']);
  assert.strictEqual(child.connected, false);
});
