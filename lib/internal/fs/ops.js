'use strict';

// The operations of the file system: each takes the arguments of its public function, checks them
// and answers a Call. The synchronous, callback and promise functions are all made of these.

const fsBinding = binding('fs');
const { Call } = require('internal/fs/call');
const { getValidatedFd, getValidatedPath } = require('internal/fs/paths');
const {
  getOptions, parseFileMode, parseFlags, parseId, parseLength, parseThreeBits, checkLinkType,
  toUnixTimestamp,
} = require('internal/fs/options');
const { makeStatFs, makeStats } = require('internal/fs/stats');
const { validateBoolean } = require('internal/validators');

const same = (value) => value;

// How names come out: the binding gives strings or Uint8Arrays, and all but utf8 is made of bytes.
function wantsBytes(encoding) {
  return encoding !== undefined && encoding !== null && encoding !== 'utf8' && encoding !== 'utf-8';
}

function toBuffer(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function nameConverter(encoding) {
  if (!wantsBytes(encoding)) return same;
  if (encoding === 'buffer') return toBuffer;
  return (bytes) => toBuffer(bytes).toString(encoding);
}

function access(path, mode) {
  path = getValidatedPath(path);
  mode = parseThreeBits(mode);
  return new Call('access', path, undefined, (req) => fsBinding.access(path, mode, req));
}

function open(path, flags, mode) {
  path = getValidatedPath(path);
  flags = parseFlags(flags);
  mode = parseFileMode(mode, 'mode', 0o666);
  return new Call('open', path, undefined, (req) => fsBinding.open(path, flags, mode, req), same);
}

function close(fd) {
  fd = getValidatedFd(fd);
  return new Call('close', undefined, undefined, (req) => fsBinding.close(fd, req));
}

function rename(from, to) {
  from = getValidatedPath(from, 'oldPath');
  to = getValidatedPath(to, 'newPath');
  return new Call('rename', from, to, (req) => fsBinding.rename(from, to, req));
}

function ftruncate(fd, length = 0) {
  fd = getValidatedFd(fd);
  length = parseLength(length);
  return new Call('ftruncate', undefined, undefined,
                  (req) => fsBinding.ftruncate(fd, length, req));
}

function rmdir(path) {
  path = getValidatedPath(path);
  return new Call('rmdir', path, undefined, (req) => fsBinding.rmdir(path, req));
}

function fdatasync(fd) {
  fd = getValidatedFd(fd);
  return new Call('fdatasync', undefined, undefined, (req) => fsBinding.fdatasync(fd, req));
}

function fsync(fd) {
  fd = getValidatedFd(fd);
  return new Call('fsync', undefined, undefined, (req) => fsBinding.fsync(fd, req));
}

function mkdir(path, options) {
  let mode = 0o777;
  let recursive = false;
  if (typeof options === 'number' || typeof options === 'string') {
    mode = parseFileMode(options, 'mode');
  } else if (options) {
    if (options.recursive !== undefined) {
      recursive = options.recursive;
      validateBoolean(recursive, 'options.recursive');
    }
    if (options.mode !== undefined) mode = parseFileMode(options.mode, 'options.mode');
  }
  path = getValidatedPath(path);
  return new Call('mkdir', path, undefined,
                  (req) => fsBinding.mkdir(path, mode, recursive, req),
                  recursive ? same : undefined);
}

function mkdtemp(prefix, options) {
  const { encoding } = getOptions(options);
  prefix = getValidatedPath(prefix, 'prefix');
  const template = typeof prefix === 'string' ?
    `${prefix}XXXXXX` : Buffer.concat([prefix, Buffer.from('XXXXXX')]);
  return new Call('mkdtemp', template, undefined,
                  (req) => fsBinding.mkdtemp(template, wantsBytes(encoding), req),
                  nameConverter(encoding));
}

function pathToPath(name, call) {
  return (path, options) => {
    const { encoding } = getOptions(options);
    path = getValidatedPath(path);
    return new Call(name, path, undefined, (req) => call(path, wantsBytes(encoding), req),
                    nameConverter(encoding));
  };
}

const readlink = pathToPath('readlink', fsBinding.readlink);
const realpath = pathToPath('realpath', fsBinding.realpath);

function symlink(target, path, type) {
  checkLinkType(type);
  target = getValidatedPath(target, 'target');
  path = getValidatedPath(path);
  return new Call('symlink', target, path, (req) => fsBinding.symlink(target, path, 0, req));
}

function link(from, to) {
  from = getValidatedPath(from, 'existingPath');
  to = getValidatedPath(to, 'newPath');
  return new Call('link', from, to, (req) => fsBinding.link(from, to, req));
}

function unlink(path) {
  path = getValidatedPath(path);
  return new Call('unlink', path, undefined, (req) => fsBinding.unlink(path, req));
}

function copyFile(from, to, mode) {
  from = getValidatedPath(from, 'src');
  to = getValidatedPath(to, 'dest');
  mode = parseThreeBits(mode);
  return new Call('copyfile', from, to, (req) => fsBinding.copyFile(from, to, mode, req));
}

function stat(path, options) {
  const big = options?.bigint === true;
  path = getValidatedPath(path);
  return new Call('stat', path, undefined, (req) => fsBinding.stat(path, big, req), makeFirstStats);
}

function lstat(path, options) {
  const big = options?.bigint === true;
  path = getValidatedPath(path);
  return new Call('lstat', path, undefined, (req) => fsBinding.lstat(path, big, req),
                  makeFirstStats);
}

function fstat(fd, options) {
  const big = options?.bigint === true;
  fd = getValidatedFd(fd);
  return new Call('fstat', undefined, undefined, (req) => fsBinding.fstat(fd, big, req),
                  makeFirstStats);
}

const makeFirstStats = (array) => makeStats(array);

function statfs(path, options) {
  const big = options?.bigint === true;
  path = getValidatedPath(path);
  return new Call('statfs', path, undefined, (req) => fsBinding.statfs(path, big, req), makeStatFs);
}

function chmod(path, mode) {
  path = getValidatedPath(path);
  mode = parseFileMode(mode, 'mode');
  return new Call('chmod', path, undefined, (req) => fsBinding.chmod(path, mode, req));
}

function fchmod(fd, mode) {
  fd = getValidatedFd(fd);
  mode = parseFileMode(mode, 'mode');
  return new Call('fchmod', undefined, undefined, (req) => fsBinding.fchmod(fd, mode, req));
}

function chownCall(name, call, path, uid, gid) {
  path = getValidatedPath(path);
  uid = parseId(uid, 'uid');
  gid = parseId(gid, 'gid');
  return new Call(name, path, undefined, (req) => call(path, uid, gid, req));
}

const chown = (path, uid, gid) => chownCall('chown', fsBinding.chown, path, uid, gid);
const lchown = (path, uid, gid) => chownCall('lchown', fsBinding.lchown, path, uid, gid);

function fchown(fd, uid, gid) {
  fd = getValidatedFd(fd);
  uid = parseId(uid, 'uid');
  gid = parseId(gid, 'gid');
  return new Call('fchown', undefined, undefined, (req) => fsBinding.fchown(fd, uid, gid, req));
}

function utimesCall(name, call, path, atime, mtime) {
  path = getValidatedPath(path);
  atime = toUnixTimestamp(atime);
  mtime = toUnixTimestamp(mtime);
  return new Call(name, path, undefined, (req) => call(path, atime, mtime, req));
}

const utimes = (path, atime, mtime) => utimesCall('utime', fsBinding.utimes, path, atime, mtime);
const lutimes = (path, atime, mtime) => utimesCall('lutime', fsBinding.lutimes, path, atime, mtime);

function futimes(fd, atime, mtime) {
  fd = getValidatedFd(fd);
  atime = toUnixTimestamp(atime, 'atime');
  mtime = toUnixTimestamp(mtime, 'mtime');
  return new Call('futime', undefined, undefined,
                  (req) => fsBinding.futimes(fd, atime, mtime, req));
}

module.exports = {
  access,
  chmod,
  chown,
  close,
  copyFile,
  fchmod,
  fchown,
  fdatasync,
  fstat,
  fsync,
  ftruncate,
  futimes,
  lchown,
  link,
  lstat,
  lutimes,
  mkdir,
  mkdtemp,
  nameConverter,
  open,
  readlink,
  realpath,
  rename,
  rmdir,
  stat,
  statfs,
  symlink,
  unlink,
  utimes,
  wantsBytes,
};
