'use strict';
// ReadStream: events, ranges, encodings, properties, failures.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

const data = Buffer.alloc(200000, '0123456789');
fs.writeFileSync('f', data);
const collect = async (options) => {
  const chunks = [];
  for await (const chunk of fs.createReadStream('f', options)) chunks.push(chunk);
  return chunks;
};
(async () => {
  const chunks = await collect();
  assert.deepStrictEqual(chunks.map((c) => c.length), [65536, 65536, 65536, 3392]);
  assert.ok(Buffer.concat(chunks).equals(data));
  assert.strictEqual(String(Buffer.concat(await collect({ start: 3, end: 5 }))), '345');
  assert.strictEqual((await collect({ encoding: 'utf8', start: 199999 })).join(''), '9');
  assert.strictEqual((await collect({ highWaterMark: 7, end: 20 })).length, 3);
  assert.strictEqual((await collect({ start: 300000 })).length, 0);

  const events = [];
  const stream = new fs.ReadStream('f', { start: 199990 });
  assert.deepStrictEqual([stream.path, stream.flags, stream.fd, stream.mode, stream.pending,
                          stream.bytesRead, stream.autoClose], ['f', 'r', null, 0o666, true, 0, true]);
  for (const name of ['open', 'ready', 'data', 'end', 'close']) {
    stream.on(name, () => events.push(name));
  }
  await new Promise((resolve) => stream.on('close', resolve));
  assert.deepStrictEqual(events, ['open', 'ready', 'data', 'end', 'close']);
  assert.strictEqual(stream.bytesRead, 10);

  const missing = fs.createReadStream('none');
  const error = await new Promise((resolve) => missing.on('error', resolve));
  assert.strictEqual(error.message, "ENOENT: no such file or directory, open 'none'");
  const closed = fs.createReadStream('f');
  await new Promise((resolve) => closed.close(resolve));
  assert.ok(closed.destroyed);
  const fd = fs.openSync('f', 'r');
  const onFd = fs.createReadStream(null, { fd, autoClose: false, end: 3, encoding: 'latin1' });
  let text = '';
  for await (const chunk of onFd) text += chunk;
  assert.strictEqual(text, '0123');
  fs.closeSync(fd);
})();
assert.ok(fs.ReadStream('f').on('error', () => {}).destroy() instanceof fs.ReadStream);
assert.throws(() => fs.createReadStream('f', { start: 'a' }), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => fs.createReadStream('f', { start: 5, end: 2 }), {
  code: 'ERR_OUT_OF_RANGE',
  message: 'The value of "start" is out of range. It must be <= "end" (here: 2). Received 5',
});
assert.throws(() => fs.createReadStream(), { code: 'ERR_INVALID_ARG_TYPE' });
