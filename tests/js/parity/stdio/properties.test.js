'use strict';
// What programs ask of the standard streams.
const assert = require('node:assert');
const { spawn } = require('node:child_process');

const code = `const a = require('node:assert');
for (const [name, fd] of [['stdin', 0], ['stdout', 1], ['stderr', 2]]) {
  a.strictEqual(process[name].fd, fd);
  a.strictEqual(process[name], process[name]);
  a.ok(!process[name].isTTY);
}
a.strictEqual(process.stdout.writable, true);
a.strictEqual(process.stdout._type, 'pipe');
a.strictEqual(process.stdout.write('text'), true);
process.stdout.end();
process.stdout.on('finish', () => process.stderr.write('finished'));`;
const child = spawn(process.execPath, ['-e', code]);
let out = '';
let err = '';
child.stdout.on('data', (chunk) => { out += chunk; });
child.stderr.on('data', (chunk) => { err += chunk; });
child.stdin.end();
child.on('close', (status) => {
  assert.deepStrictEqual([status, out, err], [0, 'text', 'finished']);
});
