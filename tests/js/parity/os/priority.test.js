'use strict';
// getPriority and setPriority.
const assert = require('node:assert');
const os = require('node:os');

assert.strictEqual(os.getPriority(), os.getPriority(process.pid));
os.setPriority(5);
assert.strictEqual(os.getPriority(), 5);
os.setPriority(process.pid, 6);
assert.strictEqual(os.getPriority(0), 6);
assert.throws(() => os.getPriority('a'), { code: 'ERR_INVALID_ARG_TYPE', message: /"pid" argument/ });
assert.throws(() => os.getPriority(1.5), { code: 'ERR_OUT_OF_RANGE' });
assert.throws(() => os.setPriority(0, 30), {
  code: 'ERR_OUT_OF_RANGE', message: 'The value of "priority" is out of range. It must be >= -20 && <= 19. Received 30',
});
assert.throws(() => os.getPriority(2 ** 30), {
  name: 'SystemError', code: 'ERR_SYSTEM_ERROR', errno: -3, syscall: 'uv_os_getpriority',
  message: 'A system error occurred: uv_os_getpriority returned ESRCH (no such process)',
});
