'use strict';
// The variables of the channel are gone before the program runs, so grandchildren do not see them.
const assert = require('node:assert');
const { execFileSync, fork } = require('node:child_process');

if (process.argv[2] === 'child') {
  const own = Object.keys(process.env).filter((name) => /CHANNEL|UNIQUE_ID|WORKER_ID/.test(name));
  const inherited = execFileSync('env', { encoding: 'utf8' }).match(/^.*(CHANNEL|UNIQUE_ID).*$/m);
  process.send({ own, inherited });
} else {
  let seen;
  fork(__filename, ['child']).on('message', (message) => { seen = message; });
  process.on('exit', () => assert.deepStrictEqual(seen, { own: [], inherited: null }));
}
