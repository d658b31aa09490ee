'use strict';
// What os tells: types, ranges and agreement between its parts.
const assert = require('node:assert');
const os = require('node:os');

for (const name of ['hostname', 'homedir', 'type', 'version', 'release', 'machine', 'arch', 'platform', 'endianness', 'tmpdir']) {
  assert.strictEqual(typeof os[name](), 'string', name);
  assert.strictEqual(`${os[name]}`, os[name](), name);
}
assert.deepStrictEqual([os.type(), os.platform(), os.arch(), os.endianness()], ['Linux', 'linux', process.arch, 'LE']);
assert.deepStrictEqual([os.EOL, os.devNull], ['\n', '/dev/null']);
assert.ok(os.totalmem() > os.freemem() && os.freemem() > 0);
assert.ok(os.uptime() > 0);
assert.ok(os.availableParallelism() >= 1);
assert.ok(os.loadavg().length === 3 && os.loadavg().every((n) => n >= 0));
const cpus = os.cpus();
assert.ok(cpus.length >= 1);
assert.deepStrictEqual(Object.keys(cpus[0]), ['model', 'speed', 'times']);
assert.deepStrictEqual(Object.keys(cpus[0].times), ['user', 'nice', 'sys', 'idle', 'irq']);

const { lo } = os.networkInterfaces();
const v4 = lo.find((address) => address.family === 'IPv4');
assert.deepStrictEqual(v4, {
  address: '127.0.0.1', netmask: '255.0.0.0', family: 'IPv4', mac: '00:00:00:00:00:00', internal: true, cidr: '127.0.0.1/8',
});
for (const list of Object.values(os.networkInterfaces())) {
  for (const { address, cidr, family, scopeid } of list) {
    assert.ok(cidr.startsWith(`${address}/`));
    assert.strictEqual(typeof scopeid, family === 'IPv6' ? 'number' : 'undefined');
  }
}
const user = os.userInfo();
assert.strictEqual(user.uid, process.getuid());
assert.strictEqual(os.userInfo({ encoding: 'buffer' }).username.toString(), user.username);
assert.strictEqual(os.userInfo({ encoding: 'hex' }).username, Buffer.from(user.username).toString('hex'));
process.env.TMPDIR = '/some/where/';
assert.strictEqual(os.tmpdir(), '/some/where');
delete process.env.TMPDIR;
