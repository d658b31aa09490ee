'use strict';
// Values as JSON keeps them.
const assert = require('node:assert');
const { fork } = require('node:child_process');

const values = ['text', '', 0, -1.5, true, false, null, { a: undefined, b: () => {}, c: NaN },
                [undefined, 1], new Date(0), { toJSON: () => 'own' }];
if (process.argv[2] === 'child') {
  process.on('message', (message) => {
    process.send(message);
    if (message === 'own') process.disconnect();
  });
} else {
  const received = [];
  const child = fork(__filename, ['child']);
  child.on('message', (message) => received.push(message));
  for (const value of values) child.send(value);
  process.on('exit', () => {
    assert.deepStrictEqual(received, values.map((value) => JSON.parse(JSON.stringify(value))));
  });
}
