// Codes and messages of failing imports.
import assert from 'node:assert';
import { fileURLToPath } from 'node:url';

const here = (name) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
const me = fileURLToPath(import.meta.url);

await assert.rejects(import('./fixtures/nope.mjs'), {
  code: 'ERR_MODULE_NOT_FOUND', message: `Cannot find module '${here('nope.mjs')}' imported from ${me}`,
});
await assert.rejects(import('no-such-package'), {
  code: 'ERR_MODULE_NOT_FOUND', message: `Cannot find package 'no-such-package' imported from ${me}`,
});
await assert.rejects(import('./fixtures/dir-index'), { code: 'ERR_UNSUPPORTED_DIR_IMPORT' });
await assert.rejects(import('./fixtures/data.json'), { code: 'ERR_IMPORT_ATTRIBUTE_MISSING' });
await assert.rejects(import('./fixtures/exports.mjs', { with: { type: 'json' } }),
  { code: 'ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE' });
await assert.rejects(import('https://example.com/x.mjs'), { code: 'ERR_UNSUPPORTED_ESM_URL_SCHEME' });
await assert.rejects(import('node:nope'), { code: 'ERR_UNKNOWN_BUILTIN_MODULE' });
await assert.rejects(import('./fixtures/throws.mjs'), { message: 'from esm' });
await assert.rejects(import('./fixtures/throws.mjs'), { message: 'from esm' });
await assert.rejects(import('./fixtures/broken.json', { with: { type: 'json' } }), SyntaxError);
await assert.rejects(import('data:text/javascript,import {nope} from "node:fs"'), SyntaxError);
await assert.rejects(import('data:text/javascript,const a ='), SyntaxError);
