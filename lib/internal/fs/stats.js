'use strict';

// Stats, BigIntStats and StatFs, made from the array that the binding fills (see fs.d.ts). The array
// is overwritten by the next call, so all fields are copied out at once.

const { S_IFBLK, S_IFCHR, S_IFDIR, S_IFIFO, S_IFLNK, S_IFMT, S_IFREG, S_IFSOCK } =
  binding('fs').constants;

const kFieldsPerFile = 18;

function StatsBase(dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks) {
  this.dev = dev;
  this.mode = mode;
  this.nlink = nlink;
  this.uid = uid;
  this.gid = gid;
  this.rdev = rdev;
  this.blksize = blksize;
  this.ino = ino;
  this.size = size;
  this.blocks = blocks;
}

StatsBase.prototype.isDirectory = function() {
  return this._checkModeProperty(S_IFDIR);
};
StatsBase.prototype.isFile = function() {
  return this._checkModeProperty(S_IFREG);
};
StatsBase.prototype.isBlockDevice = function() {
  return this._checkModeProperty(S_IFBLK);
};
StatsBase.prototype.isCharacterDevice = function() {
  return this._checkModeProperty(S_IFCHR);
};
StatsBase.prototype.isSymbolicLink = function() {
  return this._checkModeProperty(S_IFLNK);
};
StatsBase.prototype.isFIFO = function() {
  return this._checkModeProperty(S_IFIFO);
};
StatsBase.prototype.isSocket = function() {
  return this._checkModeProperty(S_IFSOCK);
};

function Stats(dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks,
               atimeMs, mtimeMs, ctimeMs, birthtimeMs) {
  this.dev = dev;
  this.mode = mode;
  this.nlink = nlink;
  this.uid = uid;
  this.gid = gid;
  this.rdev = rdev;
  this.blksize = blksize;
  this.ino = ino;
  this.size = size;
  this.blocks = blocks;
  this.atimeMs = atimeMs;
  this.mtimeMs = mtimeMs;
  this.ctimeMs = ctimeMs;
  this.birthtimeMs = birthtimeMs;
}

function BigIntStats(dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks,
                     atimeNs, mtimeNs, ctimeNs, birthtimeNs) {
  StatsBase.call(this, dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks);
  this.atimeMs = atimeNs / 1000000n;
  this.mtimeMs = mtimeNs / 1000000n;
  this.ctimeMs = ctimeNs / 1000000n;
  this.birthtimeMs = birthtimeNs / 1000000n;
  this.atimeNs = atimeNs;
  this.mtimeNs = mtimeNs;
  this.ctimeNs = ctimeNs;
  this.birthtimeNs = birthtimeNs;
}

// Dates are made when asked for; then they are properties of the object.
function defineDate(Class, name) {
  const source = `${name}Ms`;
  const define = (stats, value) => Object.defineProperty(
    stats, name, { value, writable: true, enumerable: true, configurable: true });
  Object.defineProperty(Class.prototype, name, {
    get() {
      const value = new Date(Math.round(Number(this[source])));
      define(this, value);
      return value;
    },
    set(value) {
      define(this, value);
    },
    enumerable: true,
    configurable: true,
  });
}

for (const Class of [Stats, BigIntStats]) {
  Object.setPrototypeOf(Class.prototype, StatsBase.prototype);
  Object.setPrototypeOf(Class, StatsBase);
  for (const name of ['atime', 'mtime', 'ctime', 'birthtime']) defineDate(Class, name);
}

Stats.prototype._checkModeProperty = function(property) {
  return (this.mode & S_IFMT) === property;
};
BigIntStats.prototype._checkModeProperty = function(property) {
  return (this.mode & BigInt(S_IFMT)) === BigInt(property);
};

const ms = (seconds, nanoseconds) => seconds * 1000 + nanoseconds / 1000000;
const ns = (seconds, nanoseconds) => seconds * 1000000000n + nanoseconds;

// which: 0 the first file of the array, 1 the second
function makeStats(a, which = 0) {
  const i = which * kFieldsPerFile;
  const big = a instanceof BigInt64Array;
  const Class = big ? BigIntStats : Stats;
  const time = big ? ns : ms;
  return new Class(
    a[i], a[i + 1], a[i + 2], a[i + 3], a[i + 4], a[i + 5], a[i + 6], a[i + 7], a[i + 8], a[i + 9],
    time(a[i + 10], a[i + 11]), time(a[i + 12], a[i + 13]), time(a[i + 14], a[i + 15]),
    time(a[i + 16], a[i + 17]));
}

class StatFs {
  constructor(type, bsize, frsize, blocks, bfree, bavail, files, ffree) {
    this.type = type;
    this.bsize = bsize;
    this.frsize = frsize;
    this.blocks = blocks;
    this.bfree = bfree;
    this.bavail = bavail;
    this.files = files;
    this.ffree = ffree;
  }
}

const makeStatFs = (a) => new StatFs(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7]);

module.exports = { BigIntStats, Stats, makeStatFs, makeStats };
