'use strict';
// fork() in code given with -e does not hand that code on to the child.
const assert = require('node:assert');
const { execFileSync } = require('node:child_process');

if (process.argv[2] === 'child') {
  process.send(process.execArgv);
} else {
  const code = `require('child_process').fork(${JSON.stringify(__filename)}, ['child'])` +
    '.on("message", (m) => console.log(JSON.stringify(m)))';
  const text = execFileSync(process.execPath, ['--no-warnings', '-e', code], { encoding: 'utf8' });
  assert.deepStrictEqual(JSON.parse(text), ['--no-warnings']);
}
