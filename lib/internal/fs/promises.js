'use strict';

// fs.promises.

const fsBinding = binding('fs');
const { codes } = require('internal/errors');
const { callPromise, fromCallback } = require('internal/fs/call');
const { getValidatedPath } = require('internal/fs/paths');
const { getOptions } = require('internal/fs/options');
const { FileHandle, isIterable, openHandle } = require('internal/fs/file_handle');
const ops = require('internal/fs/ops');
const wholeFile = require('internal/fs/whole_file');

async function access(path, mode) {
  return await callPromise(ops.access(path, mode));
}

async function cp(src, dest, options) {
  return await require('internal/fs/cp').cp(src, dest, options);
}

async function copyFile(src, dest, mode) {
  return await callPromise(ops.copyFile(src, dest, mode));
}

async function open(path, flags, mode) {
  return await openHandle(path, flags, mode);
}

async function opendir(path, options, callback) {
  return await require('internal/fs/dir').opendirPromise(path, options);
}

async function rename(oldPath, newPath) {
  return await callPromise(ops.rename(oldPath, newPath));
}

async function truncate(path, len = 0) {
  const handle = await openHandle(path, 'r+');
  try {
    return await handle.truncate(len);
  } finally {
    await handle.close();
  }
}

async function rm(path, options) {
  const { rm } = require('internal/fs/rm');
  return await fromCallback((callback) => rm(path, options, callback));
}

async function rmdir(path, options) {
  path = getValidatedPath(path);
  if (options !== undefined) {
    const { rmdirOptions, rmdirTree } = require('internal/fs/rm');
    const parsed = rmdirOptions(options);
    if (parsed.recursive) {
      return await fromCallback((callback) => rmdirTree(path, parsed, callback));
    }
  }
  return await callPromise(ops.rmdir(path));
}

async function mkdir(path, options) {
  return await callPromise(ops.mkdir(path, options));
}

async function readdir(path, options) {
  const listing = require('internal/fs/listing');
  return await fromCallback((callback) => listing.readdir(path, options, callback));
}

async function readlink(path, options) {
  return await callPromise(ops.readlink(path, options));
}

async function symlink(target, path, type) {
  return await callPromise(ops.symlink(target, path, type));
}

async function lstat(path, options = { bigint: false }) {
  return await callPromise(ops.lstat(path, options));
}

async function stat(path, options = { bigint: false }) {
  return await callPromise(ops.stat(path, options));
}

async function statfs(path, options = { bigint: false }) {
  return await callPromise(ops.statfs(path, options));
}

async function link(existingPath, newPath) {
  return await callPromise(ops.link(existingPath, newPath));
}

async function unlink(path) {
  return await callPromise(ops.unlink(path));
}

async function chmod(path, mode) {
  return await callPromise(ops.chmod(path, mode));
}

async function lchmod(path, mode) {
  throw new codes.ERR_METHOD_NOT_IMPLEMENTED('lchmod()');
}

async function lchown(path, uid, gid) {
  return await callPromise(ops.lchown(path, uid, gid));
}

async function chown(path, uid, gid) {
  return await callPromise(ops.chown(path, uid, gid));
}

async function utimes(path, atime, mtime) {
  return await callPromise(ops.utimes(path, atime, mtime));
}

async function lutimes(path, atime, mtime) {
  return await callPromise(ops.lutimes(path, atime, mtime));
}

async function realpath(path, options) {
  return await callPromise(ops.realpath(path, options));
}

async function mkdtemp(prefix, options) {
  return await callPromise(ops.mkdtemp(prefix, options));
}

async function mkdtempDisposable(prefix, options) {
  const { kAsyncDispose } = require('internal/util/dispose');
  const path = await mkdtemp(prefix, options);
  const full = require('path').resolve(String(path));
  const remove = () => rm(full, { force: true, recursive: true });
  return {
    __proto__: null,
    path,
    remove,
    async [kAsyncDispose]() {
      await remove();
    },
  };
}

async function writeFile(path, data, options) {
  if (path instanceof FileHandle) return await path.writeFile(data, options);
  if (isIterable(data)) return await writeIterable(path, data, options, 'w');
  return await fromCallback((callback) => wholeFile.writeFile(path, data, options, callback));
}

async function writeIterable(path, data, options, defaultFlag) {
  const { flag, mode, signal } = wholeFile.writeOptions(options);
  require('internal/fs/options').checkAborted(signal);
  const handle = await openHandle(path, options?.flag ? flag : defaultFlag, mode ?? 0o666);
  try {
    await handle.writeFile(data, options);
  } finally {
    await handle.close();
  }
}

async function appendFile(path, data, options) {
  if (path instanceof FileHandle) return await path.appendFile(data, options);
  if (isIterable(data)) return await writeIterable(path, data, options, 'a');
  return await fromCallback((callback) => wholeFile.appendFile(path, data, options, callback));
}

async function readFile(path, options) {
  if (path instanceof FileHandle) return await path.readFile(options);
  options = getOptions(options, { flag: 'r' });
  path = getValidatedPath(path);
  return await fromCallback((callback) => wholeFile.readFile(path, options, callback));
}

async function* watch(filename, options = {}) {
  yield* require('internal/fs/watch').watchIterator(filename, options);
}

async function* glob(pattern, options) {
  yield* require('internal/fs/glob').globIterator(pattern, options);
}

module.exports = {
  exports: {
    access,
    copyFile,
    cp,
    glob,
    open,
    opendir,
    rename,
    truncate,
    rm,
    rmdir,
    mkdir,
    readdir,
    readlink,
    symlink,
    lstat,
    stat,
    statfs,
    link,
    unlink,
    chmod,
    lchmod,
    lchown,
    chown,
    utimes,
    lutimes,
    realpath,
    mkdtemp,
    mkdtempDisposable,
    writeFile,
    appendFile,
    readFile,
    watch,
    constants: Object.assign(Object.create(null), fsBinding.constants),
  },
};
