'use strict';

// Dirent, and lists of them. A file system that does not tell types makes them cost one lstat each.

const fsBinding = binding('fs');
const { uvException } = require('internal/errors');
const {
  S_IFMT, UV_DIRENT_BLOCK, UV_DIRENT_CHAR, UV_DIRENT_DIR, UV_DIRENT_FIFO, UV_DIRENT_FILE,
  UV_DIRENT_LINK, UV_DIRENT_SOCKET, UV_DIRENT_UNKNOWN, S_IFBLK, S_IFCHR, S_IFDIR, S_IFIFO, S_IFLNK,
  S_IFREG, S_IFSOCK,
} = fsBinding.constants;

const kType = Symbol('type');

class Dirent {
  constructor(name, type, path) {
    this.name = name;
    this.parentPath = path;
    this[kType] = type;
  }

  isDirectory() {
    return this[kType] === UV_DIRENT_DIR;
  }

  isFile() {
    return this[kType] === UV_DIRENT_FILE;
  }

  isBlockDevice() {
    return this[kType] === UV_DIRENT_BLOCK;
  }

  isCharacterDevice() {
    return this[kType] === UV_DIRENT_CHAR;
  }

  isSymbolicLink() {
    return this[kType] === UV_DIRENT_LINK;
  }

  isFIFO() {
    return this[kType] === UV_DIRENT_FIFO;
  }

  isSocket() {
    return this[kType] === UV_DIRENT_SOCKET;
  }
}

const kTypeOfMode = new Map([
  [S_IFREG, UV_DIRENT_FILE],
  [S_IFDIR, UV_DIRENT_DIR],
  [S_IFLNK, UV_DIRENT_LINK],
  [S_IFIFO, UV_DIRENT_FIFO],
  [S_IFSOCK, UV_DIRENT_SOCKET],
  [S_IFCHR, UV_DIRENT_CHAR],
  [S_IFBLK, UV_DIRENT_BLOCK],
]);

// directory + '/' + name, for strings and bytes in any mixture
function join(directory, name) {
  if (typeof directory === 'string' && typeof name === 'string') {
    return directory.endsWith('/') ? directory + name : `${directory}/${name}`;
  }
  const bytes = (value) => (typeof value === 'string' ? Buffer.from(value) : value);
  return Buffer.concat([bytes(directory), Buffer.from('/'), bytes(name)]);
}

function knownType(directory, name, type) {
  if (type !== UV_DIRENT_UNKNOWN) return type;
  const path = join(directory, name);
  const stats = fsBinding.lstat(path, false);
  if (typeof stats === 'number') throw uvException({ errno: stats, syscall: 'lstat', path });
  return kTypeOfMode.get(stats[1] & S_IFMT) ?? UV_DIRENT_UNKNOWN;
}

function makeDirent(directory, name, type) {
  return new Dirent(name, knownType(directory, name, type), directory);
}

module.exports = { Dirent, join, kType, makeDirent };
