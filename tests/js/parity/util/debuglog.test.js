'use strict';
// util.debuglog writes the sections that NODE_DEBUG names to stderr.
const assert = require('node:assert');
const { spawnSync } = require('node:child_process');

const script = `
  const { debuglog } = require('node:util');
  const one = debuglog('one');
  one('hello %d', 5, { a: 1 });
  debuglog('two')('silent');
  debuglog('three-x')('by pattern');
  console.log(one.enabled, debuglog('two').enabled);
`;
const { stdout, stderr, pid } = spawnSync(process.execPath, ['-e', script], {
  env: { ...process.env, NODE_DEBUG: 'ONE,three*' }, encoding: 'utf8',
});
assert.strictEqual(stdout, 'true false\n');
assert.strictEqual(stderr, `ONE ${pid}: hello 5 { a: 1 }\nTHREE-X ${pid}: by pattern\n`);
