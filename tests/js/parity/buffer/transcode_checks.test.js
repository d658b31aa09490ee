'use strict';
// transcode, isUtf8, isAscii.
const assert = require('node:assert');
const { isAscii, isUtf8, transcode } = require('node:buffer');

const source = Buffer.from('€é');
for (const [from, to, want] of [
  ['utf8', 'latin1', '3fe9'], ['utf8', 'ascii', '3f3f'], ['utf8', 'ucs2', 'ac20e900'],
  ['utf8', 'utf8', 'e282acc3a9'], ['latin1', 'utf16le', 'e2008200ac00c300a900'],
]) {
  assert.strictEqual(transcode(source, from, to).toString('hex'), want, `${from} ${to}`);
}
assert.strictEqual(transcode(Buffer.from('ac20', 'hex'), 'ucs2', 'utf8').toString(), '€');
assert.strictEqual(transcode(Buffer.from('😀'), 'utf8', 'latin1').toString(), '?');
assert.throws(() => transcode(source, 'utf8', 'hex'), { code: 'U_ILLEGAL_ARGUMENT_ERROR' });
assert.throws(() => transcode('a', 'utf8', 'latin1'), { code: 'ERR_INVALID_ARG_TYPE' });

assert.ok(isUtf8(Buffer.from('aé€😀')));
for (const bytes of ['ff', 'c0af', 'eda080', 'f4908080', 'e282', '80']) {
  assert.ok(!isUtf8(Buffer.from(bytes, 'hex')), bytes);
  assert.ok(!isUtf8(Buffer.concat([Buffer.from('long enough to be looked at in words '), Buffer.from(bytes, 'hex')])));
}
assert.ok(isAscii(Buffer.from('abc')) && isAscii(new ArrayBuffer(3)) && isAscii(Buffer.alloc(0)));
assert.ok(!isAscii(Buffer.from(`${'a'.repeat(100)}é`)));
assert.throws(() => isUtf8('a'), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => isAscii({}), { code: 'ERR_INVALID_ARG_TYPE' });
