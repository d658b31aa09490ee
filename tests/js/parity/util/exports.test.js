'use strict';
// The names of util and util/types.
const assert = require('node:assert');
const util = require('node:util');

assert.strictEqual(require('node:util/types'), util.types);
for (const name of [
  'callbackify', 'convertProcessSignalToExitCode', 'debug', 'debuglog', 'deprecate', 'diff',
  'format', 'formatWithOptions', 'getCallSites', 'getSystemErrorMap', 'getSystemErrorMessage',
  'getSystemErrorName', 'inherits', 'inspect', 'isArray', 'isDeepStrictEqual', 'MIMEParams',
  'MIMEType', 'parseArgs', 'parseEnv', 'promisify', 'stripVTControlCharacters', 'styleText',
  'TextDecoder', 'TextEncoder', 'toUSVString', 'transferableAbortController',
  'transferableAbortSignal', 'aborted', '_extend', '_errnoException', '_exceptionWithHostPort',
]) {
  assert.strictEqual(typeof util[name], 'function', name);
  assert.ok(Object.keys(util).includes(name), name);
}
assert.strictEqual(util.TextDecoder, TextDecoder);
assert.strictEqual(util.debug, util.debuglog);
