'use strict';
const assert = require('node:assert');
const { execFile } = require('node:child_process');

const results = {};
for (const encoding of ['buffer', 'hex', 'no-such-encoding', undefined]) {
  execFile('printf', ['123'], encoding ? { encoding } : {}, (err, stdout) => {
    results[encoding ?? 'default'] = stdout;
  });
}
process.on('exit', () => assert.deepStrictEqual(results, {
  'buffer': Buffer.from('123'),
  'hex': '313233',
  'no-such-encoding': Buffer.from('123'),
  'default': '123',
}));
