'use strict';
const assert = require('node:assert');
const { spawn } = require('node:child_process');

const all = (child) => child.stdio.map((stream) => (stream === null ? null : 'pipe'));
const cases = [
  [undefined, ['pipe', 'pipe', 'pipe']],
  ['pipe', ['pipe', 'pipe', 'pipe']],
  ['overlapped', ['pipe', 'pipe', 'pipe']],
  ['ignore', [null, null, null]],
  ['inherit', [null, null, null]],
  [[], ['pipe', 'pipe', 'pipe']],
  [[null, undefined, -1, null, undefined], ['pipe', 'pipe', 'pipe', null, null]],
  [['ignore', 1, process.stderr, 'overlapped'], [null, null, null, 'pipe']],
];
for (const [stdio, expected] of cases) {
  const child = spawn('true', { stdio });
  assert.deepStrictEqual(all(child), expected);
  assert.deepStrictEqual([child.stdin, child.stdout, child.stderr], child.stdio.slice(0, 3));
}
