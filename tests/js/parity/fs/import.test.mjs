// The module's names can be imported, from both spellings.
import assert from 'node:assert';
import fs, { readFileSync, promises, existsSync } from 'node:fs';
import { readFile } from 'fs/promises';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(import.meta.url);
assert.strictEqual(readFileSync, fs.readFileSync);
assert.strictEqual(readFile, promises.readFile);
assert.ok(existsSync(new URL(import.meta.url)));
assert.strictEqual(await readFile(here, 'utf8'), readFileSync(here, 'utf8'));
