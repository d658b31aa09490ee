'use strict';
// The callback of send() gets null when the message is on its way; never during send() itself.
const assert = require('node:assert');
const { fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  process.once('message', () => process.disconnect());
} else {
  const results = [];
  const child = fork(__filename, ['child']);
  child.send('a', (err) => results.push(['a', err]));
  child.send('b', undefined, (err) => results.push(['b', err]));
  child.send('c', undefined, {}, (err) => results.push(['c', err]));
  assert.deepStrictEqual(results, []);
  process.on('exit', () => {
    assert.deepStrictEqual(results, [['a', null], ['b', null], ['c', null]]);
  });
}
