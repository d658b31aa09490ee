'use strict';
// A forked child forks in its turn; each has its own channel.
const assert = require('node:assert');
const { fork } = require('node:child_process');

const depth = Number(process.argv[2] ?? 0);
if (depth === 3) {
  process.send([depth]);
} else {
  fork(__filename, [String(depth + 1)]).on('message', (message) => {
    if (depth > 0) process.send([depth, ...message]);
    else assert.deepStrictEqual(message, [1, 2, 3]);
  });
}
