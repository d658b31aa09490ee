'use strict';
// util.getCallSites: where the callers are.
const assert = require('node:assert');
const { getCallSites } = require('node:util');

function outer() {
  return inner();
}
function inner() {
  return getCallSites(2);
}
const sites = outer();
assert.deepStrictEqual(sites.map((site) => site.functionName), ['inner', 'outer']);
for (const site of sites) {
  assert.strictEqual(site.scriptName, __filename);
  assert.strictEqual(typeof site.scriptId, 'string');
  assert.strictEqual(site.column, site.columnNumber);
}
assert.strictEqual(sites[0].lineNumber, 10);
assert.strictEqual(sites[1].lineNumber, 7);
assert.throws(() => getCallSites(0), {
  message: 'The value of "frameCount" is out of range. It must be >= 1 && <= 200. Received 0',
});
assert.throws(() => getCallSites('a'), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => getCallSites(1, { sourceMap: 1 }), { code: 'ERR_INVALID_ARG_TYPE' });
