'use strict';
// Messages whose cmd begins with NODE_ are 'internalMessage'; others stay normal.
const assert = require('node:assert');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  for (const cmd of ['NODE_bar', 'foo', 'NODE_', 'NOD_x']) process.send({ cmd });
} else {
  const normal = [];
  const internal = [];
  const child = fork(__filename, ['child']);
  child.on('message', ({ cmd }) => normal.push(cmd));
  child.on('internalMessage', ({ cmd }) => internal.push(cmd));
  process.on('exit', () => {
    assert.deepStrictEqual(normal, ['foo', 'NODE_', 'NOD_x']);
    assert.deepStrictEqual(internal, ['NODE_bar']);
  });
}
