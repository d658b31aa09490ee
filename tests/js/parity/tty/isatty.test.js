'use strict';
// isatty of what is no terminal.
const assert = require('node:assert');
const tty = require('node:tty');

for (const fd of [-1, 1e10, 'x', undefined, 1.5, null, 9999]) assert.strictEqual(tty.isatty(fd), false);
assert.throws(() => new tty.ReadStream(-1), { code: 'ERR_INVALID_FD' });
assert.throws(() => new tty.WriteStream('x'), { code: 'ERR_INVALID_FD' });
const fs = require('node:fs');
const fd = fs.openSync(__filename);
assert.strictEqual(tty.isatty(fd), false);
fs.closeSync(fd);
