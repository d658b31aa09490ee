'use strict';
// serialization: 'advanced' keeps what the structured clone algorithm keeps.
const assert = require('node:assert');
const { fork } = require('node:child_process');

function values() {
  const cyclic = { name: 'cycle' };
  cyclic.self = cyclic;
  return [
    new Map([['key', new Set([1, 2])]]),
    [10n ** 30n],
    new Date(86400000),
    /pattern/gi,
    new Error('message'),
    new Uint8Array([1, 2, 3]).buffer,
    Buffer.from('buffer'),
    new Uint8Array([1, 2, 3]),
    new Int16Array([-1, 2]),
    new Float64Array([1.5, NaN]),
    new BigInt64Array([-1n]),
    new DataView(new Uint8Array([7, 8]).buffer),
    [undefined, NaN, -0],
    cyclic,
  ];
}
if (process.argv[2] === 'child') {
  process.on('message', (message) => {
    process.send(message);
    if (message.name === 'cycle') process.disconnect();
  });
} else {
  const received = [];
  const child = fork(__filename, ['child'], { serialization: 'advanced' });
  child.on('message', (message) => received.push(message));
  for (const value of values()) child.send(value);
  process.on('exit', () => {
    const expected = values();
    assert.strictEqual(received.length, expected.length);
    for (let i = 0; i < expected.length; i++) {
      assert.deepStrictEqual(received[i], expected[i]);
      assert.strictEqual(Object.getPrototypeOf(received[i]), Object.getPrototypeOf(expected[i]));
    }
  });
}
