'use strict';
// 'close' comes for a child that the parent has disconnected from (Node never emits it).
const assert = require('node:assert');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  process.on('message', () => {});
} else {
  const events = [];
  const child = fork(__filename, ['child']);
  for (const name of ['disconnect', 'exit', 'close']) child.on(name, () => events.push(name));
  child.disconnect();
  process.on('exit', () => assert.deepStrictEqual(events, ['disconnect', 'exit', 'close']));
}
