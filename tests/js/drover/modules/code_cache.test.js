'use strict';
// Compiled code of user modules is kept on disk, used again, and never trusted beyond its source.
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { spawnSync } = require('node:child_process');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'drover-code-cache-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
const cache = path.join(folder, 'cache');
const padding = `// ${'x'.repeat(3000)}\n`;

function entries() {
  if (!fs.existsSync(cache)) return [];
  return fs.readdirSync(cache, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile()).map((e) => path.join(e.parentPath, e.name));
}

function run(name, text, env = {}) {
  const file = path.join(folder, name);
  if (text !== undefined) fs.writeFileSync(file, padding + text);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], {
    encoding: 'utf8', env: { ...process.env, XDG_CACHE_HOME: cache, ...env },
  });
  assert.strictEqual(stderr, '');
  assert.strictEqual(status, 0);
  return stdout.trim();
}

// Not for small files, nor where it is turned off.
const small = path.join(folder, 'small.js');
fs.writeFileSync(small, 'console.log(1)');
spawnSync(process.execPath, [small], { env: { ...process.env, XDG_CACHE_HOME: cache } });
assert.deepStrictEqual(entries(), []);
assert.strictEqual(run('a.js', 'console.log("one")', { NODE_DISABLE_COMPILE_CACHE: '1' }), 'one');
assert.deepStrictEqual(entries(), []);

assert.strictEqual(run('a.js', 'console.log("one")'), 'one');
const [entry] = entries();
assert.strictEqual(entries().length, 1);
assert.strictEqual(fs.statSync(entry).mode & 0o777, 0o600);
assert.strictEqual(fs.statSync(path.dirname(entry)).mode & 0o777, 0o700);

// Used again: it is not written anew.
const written = fs.statSync(entry).mtimeNs ?? fs.statSync(entry, { bigint: true }).mtimeNs;
assert.strictEqual(run('a.js'), 'one');
assert.strictEqual(fs.statSync(entry, { bigint: true }).mtimeNs, written);

// Another source of the same length replaces it.
assert.strictEqual(run('a.js', 'console.log("two")'), 'two');
assert.strictEqual(entries().length, 1);
assert.notStrictEqual(fs.statSync(entry, { bigint: true }).mtimeNs, written);

// Damage of any kind costs nothing but the time to compile.
const good = fs.readFileSync(entry);
for (const damage of [
  (b) => b.subarray(0, 10),
  (b) => b.subarray(0, b.length - 7),
  (b) => { b[b.length - 100] ^= 0xff; return b; },
  (b) => { b[5] ^= 0xff; return b; },
  () => Buffer.alloc(0),
]) {
  fs.writeFileSync(entry, damage(Buffer.from(good)));
  assert.strictEqual(run('a.js'), 'two');
}

// ES modules have one as well.
assert.strictEqual(run('b.mjs', 'console.log(await "three")'), 'three');
assert.strictEqual(entries().length, 2);
assert.strictEqual(run('b.mjs'), 'three');

// A folder that cannot be made is no reason to fail.
fs.writeFileSync(path.join(folder, 'file'), '');
assert.strictEqual(run('a.js', undefined, { XDG_CACHE_HOME: path.join(folder, 'file') }), 'two');
