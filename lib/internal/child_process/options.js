'use strict';

// Checks what a program hands to spawn(), exec(), fork() and their sync forms, and makes one record
// of it. The program's own objects are never changed.

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_OUT_OF_RANGE },
} = require('internal/errors');
const {
  validateBoolean,
  validateObject,
  validateString,
} = require('internal/validators');

const kMaxBuffer = 1024 * 1024;

let warnedAboutShellArgs = false;

function checkNoNull(value, name) {
  if (typeof value === 'string' && value.includes('\u0000')) {
    throw new ERR_INVALID_ARG_VALUE(name, value, 'must be a string without null bytes');
  }
}

function checkNoNulls(values, name) {
  for (let i = 0; i < values.length; i++) checkNoNull(values[i], `${name}[${i}]`);
}

// A string, Buffer or file: URL as a path string.
function toPath(value, name) {
  let path = value;
  if (value !== null && typeof value === 'object' && value.href && value.protocol) {
    path = require('internal/url').fileURLToPath(value);
  }
  const isBytes = path instanceof Uint8Array;
  if (typeof path !== 'string' && !isBytes) {
    throw new ERR_INVALID_ARG_TYPE(name, ['string', 'Buffer', 'URL'], value);
  }
  const text = isBytes ? require('buffer').Buffer.from(path).toString() : path;
  if (text.includes('\u0000')) {
    throw new ERR_INVALID_ARG_VALUE(
      name, value, 'must be a string, Uint8Array, or URL without null bytes');
  }
  return text;
}

function validateTimeout(timeout) {
  if (timeout != null && !(Number.isInteger(timeout) && timeout >= 0)) {
    throw new ERR_OUT_OF_RANGE('timeout', 'an unsigned integer', timeout);
  }
}

function validateMaxBuffer(maxBuffer) {
  if (maxBuffer != null && (typeof maxBuffer !== 'number' || !(maxBuffer >= 0))) {
    throw new ERR_OUT_OF_RANGE('options.maxBuffer', 'a positive number', maxBuffer);
  }
}

// A signal number for an option; undefined stays undefined.
function toKillSignal(killSignal) {
  if (typeof killSignal === 'string' || typeof killSignal === 'number') {
    return require('internal/util').convertToValidSignal(killSignal);
  }
  if (killSignal != null) {
    throw new ERR_INVALID_ARG_TYPE('options.killSignal', ['string', 'number'], killSignal);
  }
  return undefined;
}

// (args, options) where args may have been left out.
function splitArgs(args, options) {
  if (Array.isArray(args)) return { args: args.slice(), options };
  if (args === undefined || args === null) return { args: [], options };
  if (typeof args !== 'object') throw new ERR_INVALID_ARG_TYPE('args', 'object', args);
  return { args: [], options: args };
}

function checkId(options, name) {
  const value = options[name];
  if (value != null && value !== (value | 0)) {
    throw new ERR_INVALID_ARG_TYPE(`options.${name}`, 'int32', value);
  }
}

function checkSpawnOptions(options) {
  if (options.detached != null) validateBoolean(options.detached, 'options.detached');
  checkId(options, 'uid');
  checkId(options, 'gid');
  const { shell } = options;
  if (shell != null && typeof shell !== 'boolean' && typeof shell !== 'string') {
    throw new ERR_INVALID_ARG_TYPE('options.shell', ['boolean', 'string'], shell);
  }
  if (options.argv0 != null) {
    validateString(options.argv0, 'options.argv0');
    checkNoNull(options.argv0, 'options.argv0');
  }
  if (options.windowsHide != null) validateBoolean(options.windowsHide, 'options.windowsHide');
  if (options.windowsVerbatimArguments != null) {
    validateBoolean(options.windowsVerbatimArguments, 'options.windowsVerbatimArguments');
  }
}

// The command line that a shell runs.
function shellCommand(file, args, shell) {
  checkNoNull(shell, 'options.shell');
  if (args.length > 0 && !warnedAboutShellArgs) {
    warnedAboutShellArgs = true;
    process.emitWarning(
      'Passing args to a child process with shell option true can lead to security ' +
      'vulnerabilities, as the arguments are not escaped, only concatenated.',
      'DeprecationWarning', 'DEP0190');
  }
  const command = args.length > 0 ? [file, ...args].join(' ') : file;
  return { file: typeof shell === 'string' ? shell : '/bin/sh', args: ['-c', command] };
}

function toEnvPairs(env) {
  const pairs = [];
  // for-in on purpose: inherited variables count, too.
  for (const key in env) {
    const value = env[key];
    if (value === undefined) continue;
    checkNoNull(key, `options.env['${key}']`);
    checkNoNull(`${value}`, `options.env['${key}']`);
    pairs.push(`${key}=${value}`);
  }
  const coverage = process.env.NODE_V8_COVERAGE;
  if (env !== process.env && coverage !== undefined && !('NODE_V8_COVERAGE' in env)) {
    pairs.push(`NODE_V8_COVERAGE=${coverage}`);
  }
  return pairs;
}

// The record that ChildProcess.spawn() and spawnSync() work on: the options and
// {file, args (with argv[0]), envPairs, cwd}.
function normalizeSpawn(file, argsGiven, optionsGiven) {
  validateString(file, 'file');
  checkNoNull(file, 'file');
  if (file.length === 0) throw new ERR_INVALID_ARG_VALUE('file', file, 'cannot be empty');
  const split = splitArgs(argsGiven, optionsGiven);
  checkNoNulls(split.args, 'args');
  if (split.options !== undefined) validateObject(split.options, 'options');
  const options = { __proto__: null, ...split.options };
  const cwd = options.cwd != null ? toPath(options.cwd, 'options.cwd') : undefined;
  checkSpawnOptions(options);

  let { args } = split;
  if (options.shell) ({ file, args } = shellCommand(file, args, options.shell));
  args.unshift(typeof options.argv0 === 'string' ? options.argv0 : file);

  return {
    ...options,
    args,
    cwd,
    detached: !!options.detached,
    envPairs: toEnvPairs(options.env || process.env),
    file,
    windowsHide: !!options.windowsHide,
    windowsVerbatimArguments: !!options.windowsVerbatimArguments,
  };
}

module.exports = {
  checkNoNull,
  checkNoNulls,
  kMaxBuffer,
  normalizeSpawn,
  splitArgs,
  toKillSignal,
  toPath,
  validateMaxBuffer,
  validateTimeout,
};
