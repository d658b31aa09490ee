'use strict';
// FileHandle: its operations, their results, and what a closed one answers.
const assert = require('node:assert');
const fs = require('node:fs');
require('./temp_dir.js');

(async () => {
  const handle = await fs.promises.open('f', 'w+');
  assert.ok(handle.fd > 2);
  assert.strictEqual(handle.constructor.name, 'FileHandle');
  assert.strictEqual(await handle.writeFile('hello world'), undefined);
  const { bytesWritten, buffer } = await handle.write('HE', 0);
  assert.deepStrictEqual([bytesWritten, buffer], [2, 'HE']);
  const part = await handle.read(Buffer.alloc(5), 0, 5, 0);
  assert.deepStrictEqual([part.bytesRead, String(part.buffer)], [5, 'HEllo']);
  const options = await handle.read({ buffer: Buffer.alloc(4), position: 6, length: 2 });
  assert.strictEqual(String(options.buffer.subarray(0, options.bytesRead)), 'wo');
  assert.strictEqual((await handle.read(Buffer.alloc(3), { position: 9 })).bytesRead, 2);
  assert.strictEqual((await handle.read({ position: 0 })).buffer.length, 16384);
  const written = await handle.writev([Buffer.from('a'), Buffer.from('b')], 0);
  assert.strictEqual(written.bytesWritten, 2);
  const vectors = [Buffer.alloc(1), Buffer.alloc(3)];
  assert.strictEqual((await handle.readv(vectors, 0)).bytesRead, 4);
  assert.strictEqual(Buffer.concat(vectors).toString(), 'abll');
  assert.strictEqual((await handle.write(Buffer.alloc(0))).bytesWritten, 0);
  await handle.truncate(3);
  assert.strictEqual((await handle.stat()).size, 3);
  assert.strictEqual((await handle.stat({ bigint: true })).size, 3n);
  await handle.chmod(0o600);
  await handle.utimes(1, 2);
  await handle.sync();
  await handle.datasync();
  assert.strictEqual((await handle.stat()).mtimeMs, 2000);

  let closed = 0;
  handle.on('close', () => closed++);
  const closing = handle.close();
  assert.strictEqual(handle.close() instanceof Promise, true);
  await closing;
  assert.strictEqual(closed, 1);
  assert.strictEqual(handle.fd, -1);
  assert.strictEqual(await handle.close(), undefined);
  await assert.rejects(handle.stat(), { code: 'EBADF', message: 'file closed' });

  const again = await fs.promises.open('f');
  assert.strictEqual(await again.readFile('utf8'), 'abl');
  assert.strictEqual(await fs.promises.readFile(again, 'utf8'), '');
  await again.close();
  await assert.rejects(fs.promises.open('none'), {
    code: 'ENOENT', syscall: 'open', path: 'none',
    message: "ENOENT: no such file or directory, open 'none'",
  });
})();
