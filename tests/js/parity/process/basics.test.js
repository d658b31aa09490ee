'use strict';
// What `process` says of itself, and its simple methods.
const assert = require('node:assert');

assert.strictEqual(Object.prototype.toString.call(process), '[object process]');
assert.strictEqual(process, require('node:process'));
assert.strictEqual(globalThis.process, process);
assert.match(process.version, /^v24\./);
assert.strictEqual(process.versions.node, process.version.slice(1));
for (const key of ['v8', 'uv', 'modules']) assert.strictEqual(typeof process.versions[key], 'string');
assert.strictEqual(process.release.name, 'node');
assert.strictEqual(process.platform, 'linux');
assert.ok(['x64', 'arm64'].includes(process.arch));
assert.strictEqual(process.argv[0], process.execPath);
assert.strictEqual(process.argv[1], __filename);
assert.ok(process.execPath.startsWith('/'));
assert.ok(Array.isArray(process.execArgv));
assert.ok(Number.isInteger(process.pid) && process.pid > 1);
assert.ok(Number.isInteger(process.ppid) && process.ppid > 0);
assert.strictEqual(typeof process.title, 'string');
assert.strictEqual(typeof process.config.variables, 'object');
assert.strictEqual(typeof process.features.inspector, 'boolean');
assert.ok(process.allowedNodeEnvironmentFlags.has('--max-http-header-size'));
assert.strictEqual(process.allowedNodeEnvironmentFlags.has('--nonsense'), false);

assert.strictEqual(process.cwd(), require('node:fs').realpathSync('.'));
assert.throws(() => process.chdir('/no/such/folder'), { code: 'ENOENT', syscall: 'chdir' });
assert.throws(() => process.chdir(5), { code: 'ERR_INVALID_ARG_TYPE' });

const mask = process.umask(0o077);
assert.strictEqual(process.umask(), 0o077);
assert.strictEqual(process.umask(mask), 0o077);
assert.throws(() => process.umask('9'), { code: 'ERR_INVALID_ARG_VALUE' });

const [s, ns] = process.hrtime();
assert.ok(Number.isInteger(s) && ns >= 0 && ns < 1e9);
const diff = process.hrtime([s, ns]);
assert.ok(diff[0] >= 0 && diff[1] >= 0);
assert.strictEqual(typeof process.hrtime.bigint(), 'bigint');
assert.throws(() => process.hrtime([1]), { code: 'ERR_OUT_OF_RANGE' });
assert.ok(process.uptime() > 0);

const memory = process.memoryUsage();
assert.deepStrictEqual(Object.keys(memory), ['rss', 'heapTotal', 'heapUsed', 'external', 'arrayBuffers']);
assert.ok(memory.rss > memory.heapUsed && memory.heapUsed > 0);
assert.ok(process.memoryUsage.rss() > 0);
assert.strictEqual(Object.keys(process.resourceUsage()).length, 16);
const cpu = process.cpuUsage();
assert.ok(cpu.user >= 0 && cpu.system >= 0);
assert.ok(process.cpuUsage(cpu).user >= 0);
assert.throws(() => process.cpuUsage({ user: -1, system: 0 }), { code: 'ERR_INVALID_ARG_VALUE' });

assert.strictEqual(process.kill(process.pid, 0), true);
assert.throws(() => process.kill(process.pid, 'SIGNOPE'), { code: 'ERR_UNKNOWN_SIGNAL' });
assert.throws(() => process.kill('x'), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => process.kill(2 ** 22 + 1, 0), { code: 'ESRCH', syscall: 'kill' });
assert.strictEqual(process.getuid(), process.geteuid());
assert.ok(Array.isArray(process.getgroups()));
assert.throws(() => process.nextTick(5), { code: 'ERR_INVALID_ARG_TYPE' });
assert.strictEqual(process.getBuiltinModule('fs'), require('node:fs'));
assert.strictEqual(process.getBuiltinModule('nope'), undefined);
