'use strict';
const assert = require('node:assert');
const { spawn } = require('node:child_process');

const args = Object.freeze(['-c', 'true']);
const options = Object.freeze({ stdio: Object.freeze(['ignore', 'ignore', 'ignore']), shell: false });
spawn('sh', args, options);
assert.deepStrictEqual(args, ['-c', 'true']);
