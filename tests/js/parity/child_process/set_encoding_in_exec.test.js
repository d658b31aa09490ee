'use strict';
const assert = require('node:assert');
const { execFile } = require('node:child_process');

let seen;
const child = execFile('printf', ['123'], { encoding: 'buffer' }, (err, stdout) => {
  seen = stdout;
});
child.stdout.setEncoding('hex');
process.on('exit', () => assert.strictEqual(seen, '313233'));
