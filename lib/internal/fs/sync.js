'use strict';

// The synchronous functions of fs. The calls that start-up and servers make most skip the Call.

const fsBinding = binding('fs');
const { callSync, failure } = require('internal/fs/call');
const { getValidatedFd, getValidatedPath, isFd } = require('internal/fs/paths');
const { parseFileMode, parseFlags } = require('internal/fs/options');
const { makeStats } = require('internal/fs/stats');
const ops = require('internal/fs/ops');
const transfer = require('internal/fs/transfer');

const kENOENT = -2;
const kENOTDIR = -20;

function accessSync(path, mode) {
  callSync(ops.access(path, mode));
}

function existsSync(path) {
  try {
    path = getValidatedPath(path);
  } catch (error) {
    if (error.code === 'ERR_INVALID_ARG_TYPE') warnOfInvalidPath();
    return false;
  }
  return fsBinding.exists(path);
}

let warned = false;
function warnOfInvalidPath() {
  if (warned) return;
  warned = true;
  process.emitWarning('Passing invalid argument types to fs.existsSync is deprecated',
                      'DeprecationWarning', 'DEP0187');
}

function openSync(path, flags, mode) {
  path = getValidatedPath(path);
  const fd = fsBinding.open(path, parseFlags(flags), parseFileMode(mode, 'mode', 0o666));
  if (fd < 0) throw failure(fd, 'open', path);
  return fd;
}

function closeSync(fd) {
  const errno = fsBinding.close(getValidatedFd(fd));
  if (errno < 0) throw failure(errno, 'close');
}

function statSync(path, options = undefined) {
  path = getValidatedPath(path);
  const found = fsBinding.stat(path, options?.bigint === true);
  if (typeof found === 'number') return noStats(found, options, 'stat', path);
  return makeStats(found);
}

function lstatSync(path, options = undefined) {
  path = getValidatedPath(path);
  const found = fsBinding.lstat(path, options?.bigint === true);
  if (typeof found === 'number') return noStats(found, options, 'lstat', path);
  return makeStats(found);
}

function noStats(errno, options, syscall, path) {
  const missing = errno === kENOENT || (errno === kENOTDIR && syscall === 'stat');
  if (missing && options?.throwIfNoEntry === false) return undefined;
  throw failure(errno, syscall, path);
}

function fstatSync(fd, options = undefined) {
  const found = fsBinding.fstat(getValidatedFd(fd), options?.bigint === true);
  if (typeof found === 'number') throw failure(found, 'fstat');
  return makeStats(found);
}

function statfsSync(path, options = undefined) {
  return callSync(ops.statfs(path, options));
}

function renameSync(oldPath, newPath) {
  callSync(ops.rename(oldPath, newPath));
}

function truncateSync(path, len) {
  if (isFd(path)) path = getValidatedPath(path);  // a descriptor is no path: throws
  if (len === undefined) len = 0;
  const fd = openSync(path, 'r+');
  try {
    ftruncateSync(fd, len);
  } finally {
    closeSync(fd);
  }
}

function ftruncateSync(fd, len = 0) {
  callSync(ops.ftruncate(fd, len));
}

function rmdirSync(path, options) {
  path = getValidatedPath(path);
  if (options !== undefined) {
    const rm = require('internal/fs/rm');
    const parsed = rm.rmdirOptions(options);
    if (parsed.recursive) return rm.rmdirTreeSync(path, parsed);
  }
  callSync(ops.rmdir(path));
}

function rmSync(path, options) {
  require('internal/fs/rm').rmSync(path, options);
}

function fdatasyncSync(fd) {
  callSync(ops.fdatasync(fd));
}

function fsyncSync(fd) {
  callSync(ops.fsync(fd));
}

function mkdirSync(path, options) {
  return callSync(ops.mkdir(path, options));
}

function mkdtempSync(prefix, options) {
  return callSync(ops.mkdtemp(prefix, options));
}

function mkdtempDisposableSync(prefix, options) {
  const path = mkdtempSync(prefix, options);
  const full = require('path').resolve(String(path));
  const remove = () => rmSync(full, { force: true, recursive: true });
  const result = { path, remove };
  if (Symbol.dispose) result[Symbol.dispose] = () => remove();
  return result;
}

function readdirSync(path, options) {
  return require('internal/fs/listing').readdirSync(path, options);
}

function readlinkSync(path, options) {
  return callSync(ops.readlink(path, options));
}

function symlinkSync(target, path, type) {
  callSync(ops.symlink(target, path, type));
}

function linkSync(existingPath, newPath) {
  callSync(ops.link(existingPath, newPath));
}

function unlinkSync(path) {
  callSync(ops.unlink(path));
}

function copyFileSync(src, dest, mode) {
  callSync(ops.copyFile(src, dest, mode));
}

function fchmodSync(fd, mode) {
  callSync(ops.fchmod(fd, mode));
}

function chmodSync(path, mode) {
  callSync(ops.chmod(path, mode));
}

function lchownSync(path, uid, gid) {
  callSync(ops.lchown(path, uid, gid));
}

function fchownSync(fd, uid, gid) {
  callSync(ops.fchown(fd, uid, gid));
}

function chownSync(path, uid, gid) {
  callSync(ops.chown(path, uid, gid));
}

function utimesSync(path, atime, mtime) {
  callSync(ops.utimes(path, atime, mtime));
}

function futimesSync(fd, atime, mtime) {
  callSync(ops.futimes(fd, atime, mtime));
}

function lutimesSync(path, atime, mtime) {
  callSync(ops.lutimes(path, atime, mtime));
}

function readvSync(fd, buffers, position) {
  return callSync(transfer.readv(fd, buffers, position));
}

function writevSync(fd, buffers, position) {
  if (Array.isArray(buffers) && buffers.length === 0) return 0;
  return callSync(transfer.writev(fd, buffers, position));
}

function cpSync(src, dest, options) {
  require('internal/fs/cp').cpSync(src, dest, options);
}

function globSync(pattern, options) {
  return require('internal/fs/glob').globSync(pattern, options);
}

function opendirSync(path, options) {
  return require('internal/fs/dir').opendirSync(path, options);
}

module.exports = {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  fchmodSync,
  fchownSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  futimesSync,
  globSync,
  lchownSync,
  linkSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  mkdtempDisposableSync,
  mkdtempSync,
  openSync,
  opendirSync,
  readdirSync,
  readlinkSync,
  readvSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  statfsSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writevSync,
};
