'use strict';

// readFile, writeFile and appendFile. The usual case is one native call: on the thread pool it opens,
// moves and closes in one visit. What may take long or wait (large files, pipes, an AbortSignal)
// goes piece by piece.

const fsBinding = binding('fs');
const { codes } = require('internal/errors');
const { validateBoolean } = require('internal/validators');
const {
  detachedFailure, failure, jobFailure, kFileTooLarge, kStringTooLong,
} = require('internal/fs/call');
const { getValidatedFd, getValidatedPath, getValidatedTarget, isFd } = require('internal/fs/paths');
const { checkWritable, getOptions, parseFileMode, parseFlags } = require('internal/fs/options');

const kOneJobLimit = 8 * 1024 * 1024;
const kNoLimit = -1;
const kSizeField = 8;

const isUtf8 = (encoding) => encoding === 'utf8' || encoding === 'utf-8';

function tooLarge(path) {
  const stats = typeof path === 'number' ? fsBinding.fstat(path, false) : fsBinding.stat(path, false);
  return new codes.ERR_FS_FILE_TOO_LARGE(typeof stats === 'number' ? '2 GiB' : stats[kSizeField]);
}

function readFailure(errno, target) {
  if (errno === kFileTooLarge) return tooLarge(target);
  return jobFailure(errno, typeof target === 'number' ? undefined : target);
}

function decode(buffer, encoding) {
  return encoding ? buffer.toString(encoding) : buffer;
}

function readFileSync(path, options) {
  options = getOptions(options, kReadDefaults);
  const target = getValidatedTarget(path);
  const flags = parseFlags(options.flag);
  if (isUtf8(options.encoding)) {
    const text = fsBinding.readFileUtf8(target, flags);
    if (typeof text === 'string') return text;
    throw readFailure(text, target);
  }
  const bytes = fsBinding.readFile(target, flags, false, kNoLimit);
  if (typeof bytes === 'number') throw readFailure(bytes, target);
  return decode(Buffer.from(bytes), options.encoding);
}

const kReadDefaults = { __proto__: null, flag: 'r' };

// The callback form, after the callback is checked.
function readFile(path, options, callback) {
  options = getOptions(options, kReadDefaults);
  if (isFd(path)) {
    return readPieces(getValidatedFd(path), false, options, callback);
  }
  path = getValidatedPath(path);
  const { signal } = options;
  if (signal?.aborted) return pieces().abort(signal, callback);
  const encoding = options.encoding;
  const finish = (errno, value, syscall) => {
    if (errno === kFileTooLarge) return callback(tooLarge(path));
    if (errno < 0) {
      return callback(detachedFailure(
        errno, syscall, syscall === 'open' && errno !== kStringTooLong ? path : undefined));
    }
    if (typeof value === 'number') return readPieces(value, true, options, callback);
    deliver(value, encoding, callback);
  };
  const errno = fsBinding.readFile(path, parseFlags(options.flag), isUtf8(encoding),
                                   signal ? 0 : kOneJobLimit, { oncomplete: finish });
  if (errno < 0) process.nextTick(finish, errno, undefined, 'open');
}

function deliver(value, encoding, callback) {
  let result = value;
  if (typeof value !== 'string') {
    try {
      result = decode(Buffer.from(value), encoding);
    } catch (error) {
      return callback(error);
    }
  }
  callback(null, result);
}

const pieces = () => require('internal/fs/pieces');

function readPieces(fd, owned, options, callback) {
  pieces().readAll(fd, owned, options.signal, (error, buffer) => {
    if (error) return callback(error);
    let result;
    try {
      result = decode(buffer, options.encoding);
    } catch (tooLong) {
      return callback(tooLong);
    }
    callback(null, result);
  });
}

const kWriteDefaults = {
  __proto__: null, encoding: 'utf8', mode: 0o666, flag: 'w', flush: false,
};
const kAppendDefaults = { ...kWriteDefaults, __proto__: null, flag: 'a' };

function writeOptions(options, defaults = kWriteDefaults) {
  options = getOptions(options, defaults);
  const flush = options.flush ?? false;
  validateBoolean(flush, 'options.flush');
  return {
    encoding: options.encoding ?? 'utf8',
    flag: options.flag || defaults.flag,
    flush,
    mode: options.mode,
    signal: options.signal,
  };
}

// A string in utf8 goes to the binding as it is.
function toPayload(data, encoding) {
  checkWritable(data, 'data');
  if (typeof data !== 'string' || isUtf8(encoding)) return data;
  return Buffer.from(data, encoding);
}

function asBytes(data) {
  if (typeof data === 'string') return Buffer.from(data);
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
}

function writeFileSync(path, data, options) {
  writeSync(path, data, writeOptions(options));
}

function appendFileSync(path, data, options) {
  writeSync(path, data, writeOptions(options, kAppendDefaults));
}

function writeSync(path, data, { encoding, flag, flush, mode }) {
  data = toPayload(data, encoding);
  const target = getValidatedTarget(path);
  const result = fsBinding.writeFile(target, data, parseFlags(flag),
                                     parseFileMode(mode, 'mode', 0o666), flush);
  if (typeof result === 'number') {
    throw isFd(target) ? failure(result, fsBinding.lastFailure()[0]) : jobFailure(result, target);
  }
}

function writeFile(path, data, options, callback) {
  write(path, data, writeOptions(options), callback);
}

function appendFile(path, data, options, callback) {
  write(path, data, writeOptions(options, kAppendDefaults), callback);
}

function write(path, data, { encoding, flag, flush, mode, signal }, callback) {
  data = toPayload(data, encoding);
  const target = getValidatedTarget(path);
  const flags = parseFlags(flag);
  mode = parseFileMode(mode, 'mode', 0o666);
  if (signal?.aborted) return pieces().abort(signal, callback);
  if (signal) {
    return pieces().writeAll(target, flags, mode, asBytes(data), { flush, signal }, callback);
  }
  const finish = (errno, value, syscall) => {
    if (errno >= 0) return callback(null);
    callback(detachedFailure(errno, syscall, syscall === 'open' ? target : undefined));
  };
  const errno = fsBinding.writeFile(target, data, flags, mode, flush, { oncomplete: finish });
  if (errno < 0) process.nextTick(finish, errno, undefined, 'open');
}

module.exports = {
  appendFile,
  appendFileSync,
  decode,
  readFile,
  readFileSync,
  writeFile,
  writeFileSync,
  writeOptions,
};
