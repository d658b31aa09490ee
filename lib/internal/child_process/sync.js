'use strict';

// spawnSync(), execFileSync(), execSync(): run a child to its end before returning.

const { Buffer } = require('buffer');
const { ErrnoException, codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { signalName } = require('internal/child_process/child');
const {
  kMaxBuffer,
  normalizeSpawn,
  toKillSignal,
  validateMaxBuffer,
  validateTimeout,
} = require('internal/child_process/options');
const { parseStdio, toNativeStdio } = require('internal/child_process/stdio');

function toInput(value, index, encoding) {
  if (value == null || ArrayBuffer.isView(value)) return value ?? undefined;
  if (typeof value === 'string') {
    return Buffer.from(value, encoding === 'buffer' ? undefined : encoding);
  }
  throw new ERR_INVALID_ARG_TYPE(
    `options.stdio[${index}]`, ['Buffer', 'TypedArray', 'DataView', 'string'], value);
}

function decode(chunk, encoding) {
  if (chunk === null) return null;
  const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  return encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer;
}

// What the native run reports, in the shape and key order that programs know.
function toResult(raw, options) {
  const result = {};
  if (raw.error) {
    const err = new ErrnoException(raw.error, `spawnSync ${options.file}`);
    err.path = options.file;
    err.spawnargs = options.args.slice(1);
    result.error = err;
  }
  const started = raw.pid > 0;
  result.status = started && !raw.signal ? raw.status : null;
  result.signal = started && raw.signal ? signalName(raw.signal) : null;
  result.output = started ? raw.output.map((chunk) => decode(chunk, options.encoding)) : null;
  result.pid = raw.pid ?? 0;
  result.stdout = result.output?.[1];
  result.stderr = result.output?.[2];
  return result;
}

function run(options) {
  const { entries } = parseStdio(options.stdio || 'pipe', 'sync');
  if (options.input) entries[0].input = options.input;
  const input = entries.map((entry, i) => toInput(entry.input, i, options.encoding));
  const native = binding('process_wrap');
  return binding('spawn_sync').spawn({
    args: options.args,
    cwd: options.cwd,
    detached: options.detached,
    envPairs: options.envPairs,
    file: options.file,
    gid: options.gid,
    input,
    killSignal: options.killSignal ?? 0,
    maxBuffer: options.maxBuffer === Infinity ? 0 : options.maxBuffer,
    stdio: toNativeStdio(entries, native),
    timeout: options.timeout ?? 0,
    uid: options.uid,
  });
}

function spawnSync(file, args, given) {
  const options = { maxBuffer: kMaxBuffer, ...normalizeSpawn(file, args, given) };
  validateTimeout(options.timeout);
  validateMaxBuffer(options.maxBuffer);
  options.killSignal = toKillSignal(options.killSignal);
  return toResult(run(options), options);
}

// The error that a run deserves, or undefined.
function errorOf(result, cmd) {
  if (result.error) return Object.assign(result.error, result);
  if (result.status === 0) return undefined;
  const { stderr } = result;
  const text = stderr?.length > 0 ? `\n${stderr}` : '';
  return Object.assign(new Error(`Command failed: ${cmd}${text}`), result);
}

function outputOrThrow(result, options, cmd) {
  if (options?.stdio === undefined && result.stderr) process.stderr.write(result.stderr);
  const err = errorOf(result, cmd);
  if (err) throw err;
  return result.stdout;
}

function execFileSync(file, args, options) {
  const { normalizeExecFile } = require('internal/child_process/exec');
  ({ file, args, options } = normalizeExecFile(file, args, options));
  const result = spawnSync(file, args, options);
  return outputOrThrow(result, options, [options.argv0 || file, ...args].join(' '));
}

function execSync(command, options) {
  const { normalizeExec } = require('internal/child_process/exec');
  const normalized = normalizeExec(command, options, null);
  return outputOrThrow(spawnSync(command, normalized.options), normalized.options, command);
}

module.exports = { execFileSync, execSync, spawnSync };
