'use strict';
// What spawn(), exec(), execFile() and fork() refuse, with code and message.
const assert = require('node:assert');
const { exec, execFile, fork, spawn } = require('node:child_process');

const cases = [
  [() => spawn(5), 'ERR_INVALID_ARG_TYPE', /"file" argument must be of type string/],
  [() => spawn(''), 'ERR_INVALID_ARG_VALUE', /'file' cannot be empty/],
  [() => spawn('a\0'), 'ERR_INVALID_ARG_VALUE', /'file' must be a string without null bytes/],
  [() => spawn('true', ['a\0']), 'ERR_INVALID_ARG_VALUE', /'args\[0\]' must be a string without/],
  [() => spawn('true', 'x'), 'ERR_INVALID_ARG_TYPE', /"args" argument must be of type object/],
  [() => spawn('true', [], null), 'ERR_INVALID_ARG_TYPE', /"options" argument/],
  [() => spawn('true', [], 'x'), 'ERR_INVALID_ARG_TYPE', /"options" argument/],
  [() => spawn('true', { env: { A: 'a\0b' } }), 'ERR_INVALID_ARG_VALUE', /options\.env\['A'\]/],
  [() => spawn('true', { uid: 'x' }), 'ERR_INVALID_ARG_TYPE', /"options\.uid" .* must be int32/],
  [() => spawn('true', { gid: 2 ** 40 }), 'ERR_INVALID_ARG_TYPE', /"options\.gid"/],
  [() => spawn('true', { detached: 'x' }), 'ERR_INVALID_ARG_TYPE', /"options\.detached"/],
  [() => spawn('true', { shell: 5 }), 'ERR_INVALID_ARG_TYPE', /"options\.shell"/],
  [() => spawn('true', { argv0: 5 }), 'ERR_INVALID_ARG_TYPE', /"options\.argv0"/],
  [() => spawn('true', { cwd: 5 }), 'ERR_INVALID_ARG_TYPE', /"options\.cwd"/],
  [() => spawn('true', { cwd: 'a\0' }), 'ERR_INVALID_ARG_VALUE', /options\.cwd/],
  [() => spawn('true', { windowsHide: 1 }), 'ERR_INVALID_ARG_TYPE', /"options\.windowsHide"/],
  [() => spawn('true', { timeout: -1 }), 'ERR_OUT_OF_RANGE', /"timeout" is out of range/],
  [() => spawn('true', { killSignal: 'FOO' }), 'ERR_UNKNOWN_SIGNAL', /Unknown signal: FOO/],
  [() => spawn('true', { killSignal: {} }), 'ERR_INVALID_ARG_TYPE', /"options\.killSignal"/],
  [() => spawn('true', { signal: {} }), 'ERR_INVALID_ARG_TYPE', /"options\.signal"/],
  [() => spawn('true', { serialization: 'x' }), 'ERR_INVALID_ARG_VALUE', /options\.serialization/],
  [() => exec(5), 'ERR_INVALID_ARG_TYPE', /"command" argument must be of type string/],
  [() => exec('a\0'), 'ERR_INVALID_ARG_VALUE', /'command' must be a string without null/],
  [() => execFile('true', [], {}, 5), 'ERR_INVALID_ARG_TYPE', /"callback" argument/],
  [() => execFile('true', { maxBuffer: -1 }), 'ERR_OUT_OF_RANGE', /"options\.maxBuffer"/],
  [() => execFile('true', { timeout: 'x' }), 'ERR_OUT_OF_RANGE', /"timeout"/],
  [() => fork(5), 'ERR_INVALID_ARG_TYPE', /"modulePath" argument/],
  [() => fork('x', 'y'), 'ERR_INVALID_ARG_TYPE', /"args" argument/],
  [() => fork('x', { execPath: 'a\0' }), 'ERR_INVALID_ARG_VALUE', /options\.execPath/],
  [() => fork('x', { execArgv: ['a\0'] }), 'ERR_INVALID_ARG_VALUE', /options\.execArgv\[0\]/],
];
for (const [call, code, message] of cases) assert.throws(call, { code, message }, String(call));
