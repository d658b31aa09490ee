'use strict';

// The callback functions of fs.

const { validateFunction } = require('internal/validators');
const { callAsync } = require('internal/fs/call');
const { getValidatedPath, isFd } = require('internal/fs/paths');
const ops = require('internal/fs/ops');
const transfer = require('internal/fs/transfer');
const wholeFile = require('internal/fs/whole_file');

function checked(callback) {
  validateFunction(callback, 'cb');
  return callback;
}

function access(path, mode, callback) {
  if (typeof mode === 'function') {
    callback = mode;
    mode = undefined;
  }
  callAsync(ops.access(path, mode), callback);
}

function exists(path, callback) {
  checked(callback);
  const answer = (error) => callback(!error);
  let call;
  try {
    call = ops.access(path);
  } catch {
    return callback(false);
  }
  callAsync(call, answer);
}

function open(path, flags, mode, callback) {
  if (arguments.length < 3) {
    callback = flags;
    flags = 'r';
    mode = 0o666;
  } else if (typeof mode === 'function') {
    callback = mode;
    mode = 0o666;
  }
  callAsync(ops.open(path, flags, mode), callback);
}

// Without a callback a failure to close is thrown, as an uncaught exception.
function close(fd, callback = throwFailure) {
  if (callback !== throwFailure) checked(callback);
  callAsync(ops.close(fd), callback);
}

function throwFailure(error) {
  if (error) throw error;
}

function stat(path, options = kNoOptions, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = kNoOptions;
  }
  callAsync(ops.stat(path, options), callback);
}

function lstat(path, options = kNoOptions, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = kNoOptions;
  }
  callAsync(ops.lstat(path, options), callback);
}

function fstat(fd, options = kNoOptions, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = kNoOptions;
  }
  callAsync(ops.fstat(fd, options), callback);
}

const kNoOptions = { bigint: false };

function statfs(path, options = kNoOptions, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = kNoOptions;
  }
  callAsync(ops.statfs(path, options), callback);
}

function rename(oldPath, newPath, callback) {
  checked(callback);
  callAsync(ops.rename(oldPath, newPath), callback);
}

function truncate(path, len, callback) {
  if (typeof len === 'function') {
    callback = len;
    len = 0;
  }
  if (isFd(path)) path = getValidatedPath(path);  // a descriptor is no path: throws
  require('internal/fs/options').parseLength(len ??= 0);
  checked(callback);
  open(path, 'r+', (error, fd) => {
    if (error) return callback(error);
    callAsync(ops.ftruncate(fd, len), (error) => {
      close(fd, (closeError) => callback(error ?? closeError));
    });
  });
}

function ftruncate(fd, len = 0, callback) {
  if (typeof len === 'function') {
    callback = len;
    len = 0;
  }
  callAsync(ops.ftruncate(fd, len ?? 0), callback);
}

function rmdir(path, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  checked(callback);
  path = getValidatedPath(path);
  if (options !== undefined) {
    const rm = require('internal/fs/rm');
    const parsed = rm.rmdirOptions(options);
    if (parsed.recursive) return rm.rmdirTree(path, parsed, callback);
  }
  callAsync(ops.rmdir(path), callback);
}

function rm(path, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  require('internal/fs/rm').rm(path, options, checked(callback));
}

function fdatasync(fd, callback) {
  callAsync(ops.fdatasync(fd), callback);
}

function fsync(fd, callback) {
  callAsync(ops.fsync(fd), callback);
}

function mkdir(path, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  callAsync(ops.mkdir(path, options), callback);
}

function mkdtemp(prefix, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  checked(callback);
  callAsync(ops.mkdtemp(prefix, options), callback);
}

function readdir(path, options, callback) {
  callback = checked(typeof options === 'function' ? options : callback);
  require('internal/fs/listing').readdir(path, options, callback);
}

function readlink(path, options, callback) {
  callback = typeof options === 'function' ? options : callback;
  callAsync(ops.readlink(path, options), callback);
}

function realpath(path, options, callback) {
  callback = checked(typeof options === 'function' ? options : callback);
  require('internal/fs/realpath').realpath(path, options, callback);
}

realpath.native = (path, options, callback) => {
  callback = checked(typeof options === 'function' ? options : callback);
  callAsync(ops.realpath(path, options), callback);
};

function symlink(target, path, type, callback) {
  if (callback === undefined) {
    callback = type;
    type = undefined;
  }
  checked(callback);
  callAsync(ops.symlink(target, path, type), callback);
}

function link(existingPath, newPath, callback) {
  checked(callback);
  callAsync(ops.link(existingPath, newPath), callback);
}

function unlink(path, callback) {
  callAsync(ops.unlink(path), callback);
}

function copyFile(src, dest, mode, callback) {
  if (typeof mode === 'function') {
    callback = mode;
    mode = 0;
  }
  callAsync(ops.copyFile(src, dest, mode), callback);
}

function fchmod(fd, mode, callback) {
  callAsync(ops.fchmod(fd, mode), callback);
}

function chmod(path, mode, callback) {
  callAsync(ops.chmod(path, mode), callback);
}

function lchown(path, uid, gid, callback) {
  checked(callback);
  callAsync(ops.lchown(path, uid, gid), callback);
}

function fchown(fd, uid, gid, callback) {
  callAsync(ops.fchown(fd, uid, gid), callback);
}

function chown(path, uid, gid, callback) {
  checked(callback);
  callAsync(ops.chown(path, uid, gid), callback);
}

function utimes(path, atime, mtime, callback) {
  checked(callback);
  callAsync(ops.utimes(path, atime, mtime), callback);
}

function futimes(fd, atime, mtime, callback) {
  checked(callback);
  callAsync(ops.futimes(fd, atime, mtime), callback);
}

function lutimes(path, atime, mtime, callback) {
  checked(callback);
  callAsync(ops.lutimes(path, atime, mtime), callback);
}

function read(fd, buffer, offsetOrOptions, length, position, callback) {
  const [plan, cb] = transfer.parseRead(...arguments);
  transfer.startRead(plan, checked(cb));
}

// write(fd, view, offset?, length?, position?, cb), write(fd, view, options, cb) or
// write(fd, string, position?, encoding?, cb)
function write(fd, buffer, offsetOrOptions, length, position, callback) {
  const args = [...arguments];
  const last = args.findIndex((value, i) => i >= 2 && typeof value === 'function');
  callback = last < 0 ? callback || position || length || offsetOrOptions : args[last];
  if (last >= 0) args.length = last;
  require('internal/fs/options').checkWritable(buffer, 'buffer');
  if (typeof buffer === 'string') checked(callback);
  const plan = transfer.planWrite(...args.slice(0, 5));
  transfer.startWrite(plan, checked(callback));
}

function readv(fd, buffers, position, callback) {
  vectored(transfer.readv, fd, buffers, position, callback || position);
}

function writev(fd, buffers, position, callback) {
  callback = checked(callback || position);
  if (Array.isArray(buffers) && buffers.length === 0) {
    process.nextTick(callback, null, 0, buffers);
    return;
  }
  vectored(transfer.writev, fd, buffers, position, callback);
}

function vectored(plan, fd, buffers, position, callback) {
  checked(callback);
  callAsync(plan(fd, buffers, position), (error, bytes) => {
    if (error) callback(error, 0, buffers);
    else callback(null, bytes, buffers);
  });
}

function readFile(path, options, callback) {
  callback = checked(callback || options);
  wholeFile.readFile(path, options, callback);
}

function writeFile(path, data, options, callback) {
  callback = checked(callback || options);
  wholeFile.writeFile(path, data, options, callback);
}

function appendFile(path, data, options, callback) {
  callback = checked(callback || options);
  wholeFile.appendFile(path, data, options, callback);
}

function cp(src, dest, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  checked(callback);
  require('internal/fs/cp').cp(src, dest, options).then(() => process.nextTick(callback, null),
                                                        (e) => process.nextTick(callback, e));
}

function glob(pattern, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  checked(callback);
  require('internal/fs/glob').globAll(pattern, options).then(
    (found) => process.nextTick(callback, null, found), (e) => process.nextTick(callback, e));
}

function opendir(path, options, callback) {
  callback = checked(typeof options === 'function' ? options : callback);
  require('internal/fs/dir').opendir(path, options, callback);
}

// What util.promisify answers for functions whose callback gets two values, and for exists.
const kPromisified = Symbol.for('nodejs.util.promisify.custom');

function promisifyPair(fn, first, second) {
  const promisified = (...args) => new Promise((resolve, reject) => {
    fn(...args, (error, a, b) => {
      if (error) reject(error);
      else resolve({ [first]: a, [second]: b });
    });
  });
  Object.defineProperty(fn, kPromisified, { value: promisified });
}

promisifyPair(read, 'bytesRead', 'buffer');
promisifyPair(write, 'bytesWritten', 'buffer');
promisifyPair(readv, 'bytesRead', 'buffers');
promisifyPair(writev, 'bytesWritten', 'buffers');
Object.defineProperty(exists, kPromisified, {
  value: (path) => new Promise((resolve) => exists(path, resolve)),
});

module.exports = {
  access,
  appendFile,
  chmod,
  chown,
  close,
  copyFile,
  cp,
  exists,
  fchmod,
  fchown,
  fdatasync,
  fstat,
  fsync,
  ftruncate,
  futimes,
  glob,
  lchown,
  link,
  lstat,
  lutimes,
  mkdir,
  mkdtemp,
  open,
  opendir,
  read,
  readFile,
  readdir,
  readlink,
  readv,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
  statfs,
  symlink,
  truncate,
  unlink,
  utimes,
  write,
  writeFile,
  writev,
};
