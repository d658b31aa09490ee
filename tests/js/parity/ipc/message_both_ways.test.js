'use strict';
// A message to the child and one back; a child that nobody listens to any more ends by itself.
const assert = require('node:assert');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  assert.strictEqual(process.connected, true);
  process.once('message', (message) => process.send({ got: message }));
} else {
  const events = [];
  const child = fork(__filename, ['child']);
  assert.strictEqual(child.connected, true);
  assert.strictEqual(child.send({ hello: 'child', list: [1, null, 'ü€😀'] }), true);
  child.on('message', (message) => events.push(message));
  child.on('disconnect', () => events.push('disconnect'));
  child.on('exit', (code) => events.push(`exit ${code}`));
  child.on('close', () => {
    assert.deepStrictEqual(events[0], { got: { hello: 'child', list: [1, null, 'ü€😀'] } });
    assert.deepStrictEqual(events.slice(1).sort(), ['disconnect', 'exit 0']);
    events.push('close');
  });
  process.on('exit', () => assert.strictEqual(events.at(-1), 'close'));
}
