'use strict';
// What counts as an address.
const assert = require('node:assert');
const net = require('node:net');

const v4 = ['127.0.0.1', '0.0.0.0', '255.255.255.255'];
const v6 = ['::', '::1', '1::', '1:2:3:4:5:6:7:8', 'fe80::1%eth0', '::ffff:127.0.0.1', '1::2:3',
            '1:2:3:4:5:6:1.2.3.4', 'ABCD::'];
const none = ['', '1', '1.2.3', '1.2.3.4.5', '256.1.1.1', '01.2.3.4', '1.2.3.4 ', ':', ':::', '1::2::3',
              '12345::', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '::%', 'g::', '1.2.3.4::', 'x.com', '::1.2.3'];
for (const text of v4) assert.strictEqual(net.isIP(text), 4, text);
for (const text of v6) assert.strictEqual(net.isIP(text), 6, text);
for (const text of none) assert.strictEqual(net.isIP(text), 0, text);
assert.strictEqual(net.isIP(undefined), 0);
assert.strictEqual(net.isIPv4('1.2.3.4'), true);
assert.strictEqual(net.isIPv6('1.2.3.4'), false);
