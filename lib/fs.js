'use strict';

// The public face of fs: names only. The work is in internal/fs.

const async = require('internal/fs/callback');
const sync = require('internal/fs/sync');
const wholeFile = require('internal/fs/whole_file');
const transfer = require('internal/fs/transfer');
const { realpathSync } = require('internal/fs/realpath');
const { Dirent } = require('internal/fs/dirent');
const { Stats } = require('internal/fs/stats');
const { toUnixTimestamp } = require('internal/fs/options');
const nativeConstants = binding('fs').constants;

const lazyStreams = () => require('internal/fs/streams');
let fileReadStream;
let fileWriteStream;

function createReadStream(path, options) {
  return new fs.ReadStream(path, options);
}

function createWriteStream(path, options) {
  return new fs.WriteStream(path, options);
}

function watch(filename, options, listener) {
  return require('internal/fs/watch').watch(filename, options, listener);
}

function watchFile(filename, options, listener) {
  return require('internal/fs/watch_file').watchFile(filename, options, listener);
}

function unwatchFile(filename, listener) {
  require('internal/fs/watch_file').unwatchFile(filename, listener);
}

let statsWarned = false;
function deprecated(dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks,
                    atimeMs, mtimeMs, ctimeMs, birthtimeMs) {
  if (!statsWarned) {
    statsWarned = true;
    process.emitWarning('fs.Stats constructor is deprecated.', 'DeprecationWarning', 'DEP0180');
  }
  if (new.target) return Reflect.construct(Stats, arguments, new.target);
  return Reflect.apply(Stats, this ?? {}, arguments);
}
deprecated.prototype = Stats.prototype;
Object.setPrototypeOf(deprecated, Stats);

const fs = {
  appendFile: async.appendFile,
  appendFileSync: wholeFile.appendFileSync,
  access: async.access,
  accessSync: sync.accessSync,
  chown: async.chown,
  chownSync: sync.chownSync,
  chmod: async.chmod,
  chmodSync: sync.chmodSync,
  close: async.close,
  closeSync: sync.closeSync,
  copyFile: async.copyFile,
  copyFileSync: sync.copyFileSync,
  cp: async.cp,
  cpSync: sync.cpSync,
  createReadStream,
  createWriteStream,
  exists: async.exists,
  existsSync: sync.existsSync,
  fchown: async.fchown,
  fchownSync: sync.fchownSync,
  fchmod: async.fchmod,
  fchmodSync: sync.fchmodSync,
  fdatasync: async.fdatasync,
  fdatasyncSync: sync.fdatasyncSync,
  fstat: async.fstat,
  fstatSync: sync.fstatSync,
  fsync: async.fsync,
  fsyncSync: sync.fsyncSync,
  ftruncate: async.ftruncate,
  ftruncateSync: sync.ftruncateSync,
  futimes: async.futimes,
  futimesSync: sync.futimesSync,
  glob: async.glob,
  globSync: sync.globSync,
  lchown: async.lchown,
  lchownSync: sync.lchownSync,
  lchmod: undefined,
  lchmodSync: undefined,
  link: async.link,
  linkSync: sync.linkSync,
  lstat: async.lstat,
  lstatSync: sync.lstatSync,
  lutimes: async.lutimes,
  lutimesSync: sync.lutimesSync,
  mkdir: async.mkdir,
  mkdirSync: sync.mkdirSync,
  mkdtemp: async.mkdtemp,
  mkdtempSync: sync.mkdtempSync,
  mkdtempDisposableSync: sync.mkdtempDisposableSync,
  open: async.open,
  openSync: sync.openSync,
  readdir: async.readdir,
  readdirSync: sync.readdirSync,
  read: async.read,
  readSync: transfer.readSync,
  readv: async.readv,
  readvSync: sync.readvSync,
  readFile: async.readFile,
  readFileSync: wholeFile.readFileSync,
  readlink: async.readlink,
  readlinkSync: sync.readlinkSync,
  realpath: async.realpath,
  realpathSync,
  rename: async.rename,
  renameSync: sync.renameSync,
  rm: async.rm,
  rmSync: sync.rmSync,
  rmdir: async.rmdir,
  rmdirSync: sync.rmdirSync,
  stat: async.stat,
  statfs: async.statfs,
  statSync: sync.statSync,
  statfsSync: sync.statfsSync,
  symlink: async.symlink,
  symlinkSync: sync.symlinkSync,
  truncate: async.truncate,
  truncateSync: sync.truncateSync,
  unwatchFile,
  unlink: async.unlink,
  unlinkSync: sync.unlinkSync,
  utimes: async.utimes,
  utimesSync: sync.utimesSync,
  watch,
  watchFile,
  writeFile: async.writeFile,
  writeFileSync: wholeFile.writeFileSync,
  write: async.write,
  writeSync: transfer.writeSync,
  writev: async.writev,
  writevSync: sync.writevSync,
  Dirent,
  Stats: deprecated,

  get ReadStream() {
    return lazyStreams().ReadStream;
  },
  set ReadStream(value) {
    lazyStreams().ReadStream = value;
  },
  get WriteStream() {
    return lazyStreams().WriteStream;
  },
  set WriteStream(value) {
    lazyStreams().WriteStream = value;
  },
  get FileReadStream() {
    return (fileReadStream ??= lazyStreams().ReadStream);
  },
  set FileReadStream(value) {
    fileReadStream = value;
  },
  get FileWriteStream() {
    return (fileWriteStream ??= lazyStreams().WriteStream);
  },
  set FileWriteStream(value) {
    fileWriteStream = value;
  },

  _toUnixTimestamp: toUnixTimestamp,
  get Dir() {
    return require('internal/fs/dir').Dir;
  },
  opendir: async.opendir,
  opendirSync: sync.opendirSync,
};




let accessWarned = false;
for (const name of ['F_OK', 'R_OK', 'W_OK', 'X_OK']) {
  Object.defineProperty(fs, name, {
    get() {
      if (!accessWarned) {
        accessWarned = true;
        process.emitWarning(`fs.${name} is deprecated, use fs.constants.${name} instead`,
                            'DeprecationWarning', 'DEP0176');
      }
      return nativeConstants[name];
    },
    enumerable: false,
    configurable: false,
  });
}

Object.defineProperties(fs, {
  constants: {
    value: Object.assign(Object.create(null), nativeConstants),
    writable: false,
    enumerable: true,
    configurable: false,
  },
  promises: {
    get: () => require('internal/fs/promises').exports,
    enumerable: true,
    configurable: true,
  },
});

module.exports = fs;
