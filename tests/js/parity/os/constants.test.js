'use strict';
// os.constants: groups, values, what is frozen.
const assert = require('node:assert');
const os = require('node:os');

const { constants } = os;
assert.deepStrictEqual(Object.keys(constants), ['UV_UDP_REUSEADDR', 'dlopen', 'errno', 'signals', 'priority']);
assert.deepStrictEqual([constants.signals.SIGTERM, constants.signals.SIGKILL, constants.signals.SIGSYS], [15, 9, 31]);
assert.strictEqual(Object.keys(constants.signals).length, 33);
assert.deepStrictEqual([constants.errno.ENOENT, constants.errno.EADDRINUSE, constants.errno.EXDEV], [2, 98, 18]);
assert.strictEqual(Object.keys(constants.errno).length, 79);
assert.deepStrictEqual(Object.values(constants.priority), [19, 10, 0, -7, -14, -20]);
assert.deepStrictEqual(Object.keys(constants.dlopen), ['RTLD_LAZY', 'RTLD_NOW', 'RTLD_GLOBAL', 'RTLD_LOCAL', 'RTLD_DEEPBIND']);
assert.ok(Object.isFrozen(constants.signals));
assert.throws(() => { os.constants = {}; }, TypeError);
