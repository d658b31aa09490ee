'use strict';
// Rules on addresses.
const assert = require('node:assert');
const { BlockList, SocketAddress } = require('node:net');

const list = new BlockList();
list.addAddress('1.1.1.1');
list.addAddress('::1', 'ipv6');
list.addRange('2.2.2.2', '2.2.2.9');
list.addSubnet('10.0.0.0', 8);
list.addSubnet('2001:db8::', 32, 'ipv6');
assert.ok(list.check('1.1.1.1'));
assert.ok(list.check('::ffff:1.1.1.1', 'ipv6'));
assert.ok(list.check('::1', 'ipv6'));
assert.ok(list.check('2.2.2.5'));
assert.ok(!list.check('2.2.2.10'));
assert.ok(list.check('10.255.0.1'));
assert.ok(!list.check('11.0.0.0'));
assert.ok(list.check('2001:db8:1::5', 'ipv6'));
assert.ok(list.check(new SocketAddress({ address: '10.1.1.1' })));
assert.deepStrictEqual([...list.rules].sort(), [
  'Address: IPv4 1.1.1.1', 'Address: IPv6 ::1', 'Range: IPv4 2.2.2.2-2.2.2.9',
  'Subnet: IPv4 10.0.0.0/8', 'Subnet: IPv6 2001:db8::/32',
]);
assert.throws(() => list.addRange('2.2.2.2', '1.1.1.1'), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => list.addSubnet('1.1.1.1', 33), { code: 'ERR_OUT_OF_RANGE' });
assert.throws(() => list.addAddress('x'), { code: 'ERR_INVALID_ADDRESS' });
