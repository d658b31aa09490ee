'use strict';
// The child gets exactly `env`: inherited properties count, undefined ones do not.
const assert = require('node:assert');
const { spawn } = require('node:child_process');

const env = Object.create({ INHERITED: 'yes' });
Object.assign(env, { OWN: 'a b', SKIPPED: undefined, NUMBER: 5 });
let text = '';
const child = spawn('/usr/bin/env', { env });
child.stdout.on('data', (chunk) => { text += chunk; });
child.on('close', () => {
  assert.deepStrictEqual(text.trim().split('\n').sort(), ['INHERITED=yes', 'NUMBER=5', 'OWN=a b']);
  assert.deepStrictEqual(Object.keys(env), ['OWN', 'SKIPPED', 'NUMBER']);
});
process.on('exit', () => assert.notStrictEqual(text, ''));
