'use strict';
const assert = require('node:assert');
const { execFileSync } = require('node:child_process');

for (const [value, policy] of [['rr', 2], ['none', 1], ['', 2]]) {
  const text = execFileSync(process.execPath, ['-p', 'require("cluster").schedulingPolicy'], {
    env: { ...process.env, NODE_CLUSTER_SCHED_POLICY: value }, encoding: 'utf8',
  });
  assert.strictEqual(Number(text), policy);
}
