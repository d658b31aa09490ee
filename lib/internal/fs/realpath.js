'use strict';

// realpath as the C library answers it; where that fails, a walk along the path finds out which part
// is the cause, so that errors name it. The walk also accepts what has no name in the file system,
// such as the pipe behind /proc/self/fd/0.

const fsBinding = binding('fs');
const { callSync, detachedFailure, failure } = require('internal/fs/call');
const { getValidatedPath } = require('internal/fs/paths');
const { getOptions } = require('internal/fs/options');
const ops = require('internal/fs/ops');
const { S_IFIFO, S_IFLNK, S_IFMT, S_IFSOCK } = fsBinding.constants;

const kMode = 1;

function typeAt(path, fail) {
  const stats = fsBinding.lstat(path, false);
  if (typeof stats === 'number') throw fail(stats, 'lstat', path);
  return stats[kMode] & S_IFMT;
}

function linkTarget(path, fail) {
  const stats = fsBinding.stat(path, false);
  if (typeof stats === 'number') throw fail(stats, 'stat', path);
  const target = fsBinding.readlink(path, false);
  if (typeof target === 'number') throw fail(target, 'readlink', path);
  return target;
}

function walk(path, fail) {
  const { resolve, dirname } = require('path');
  path = resolve(String(path));
  for (let end = 0; end < path.length;) {
    end = path.indexOf('/', end + 1);
    if (end < 0) end = path.length;
    const base = path.slice(0, end);
    const type = typeAt(base, fail);
    if (type === S_IFIFO || type === S_IFSOCK) return path;
    if (type !== S_IFLNK) continue;
    path = resolve(dirname(base), linkTarget(base, fail), path.slice(end + 1));
    end = 0;
  }
  return path;
}

function encode(path, options) {
  const { encoding } = options;
  if (!ops.wantsBytes(encoding)) return path;
  const bytes = Buffer.from(path);
  return encoding === 'buffer' ? bytes : bytes.toString(encoding);
}

function realpathSync(path, options) {
  options = getOptions(options);
  path = getValidatedPath(path);
  const found = fsBinding.realpath(path, false);
  return encode(typeof found === 'string' ? found : walk(path, failure), options);
}

realpathSync.native = (path, options) => callSync(ops.realpath(path, options));

function finishAsync(path, options, found, callback) {
  let result;
  try {
    result = encode(typeof found === 'string' ? found : walk(path, detachedFailure), options);
  } catch (error) {
    return callback(error);
  }
  callback(null, result);
}

// The callback form, after its arguments are checked.
function realpath(path, options, callback) {
  options = getOptions(options);
  path = getValidatedPath(path);
  const errno = fsBinding.realpath(path, false, {
    oncomplete: (errno, found) => finishAsync(path, options, found, callback),
  });
  if (errno < 0) process.nextTick(finishAsync, path, options, undefined, callback);
}

module.exports = { realpath, realpathSync };
