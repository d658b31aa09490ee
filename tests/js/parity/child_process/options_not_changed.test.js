'use strict';
const assert = require('node:assert');
const { spawn } = require('node:child_process');

const args = Object.freeze(['-c', 'true']);
const stdio = Object.freeze(['ignore', 'ignore', 'ignore']);
const options = Object.freeze({ stdio, shell: false });
spawn('sh', args, options);
assert.deepStrictEqual(args, ['-c', 'true']);
