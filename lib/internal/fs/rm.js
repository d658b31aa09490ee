'use strict';

// rm: one native walk removes the tree; trying again after a moment is done here.

const fsBinding = binding('fs');
const { codes } = require('internal/errors');
const { validateBoolean, validateInt32, validateObject, validateUint32 } =
  require('internal/validators');
const { detachedFailure, failure } = require('internal/fs/call');
const { getValidatedPath } = require('internal/fs/paths');
const { S_IFDIR, S_IFMT } = fsBinding.constants;

const kMode = 1;
const kEISDIR = 21;
const kENOENT = -2;
// EBUSY, EMFILE, ENFILE, ENOTEMPTY, EPERM
const kWorthRetrying = new Set([-16, -24, -23, -39, -1]);

function retryOptions(options) {
  const { retryDelay = 100, maxRetries = 0, recursive = false } = options;
  validateBoolean(recursive, 'options.recursive');
  validateInt32(retryDelay, 'options.retryDelay', 0);
  validateUint32(maxRetries, 'options.maxRetries');
  return { retryDelay, maxRetries, recursive };
}

function rmOptions(options) {
  if (options !== undefined) validateObject(options, 'options');
  const { force = false } = options ?? {};
  const parsed = retryOptions(options ?? {});
  validateBoolean(force, 'options.force');
  return { ...parsed, force };
}

function isDirectoryError(path) {
  return new codes.ERR_FS_EISDIR({
    code: 'EISDIR', message: 'is a directory', path, syscall: 'rm', errno: kEISDIR,
  });
}

// The failure of a first look, undefined to go on, or null where nothing is to be done.
function judge(found, path, options, fail) {
  if (typeof found === 'number') {
    return found === kENOENT && options.force ? null : fail(found, 'lstat', path);
  }
  const isDirectory = (found[kMode] & S_IFMT) === S_IFDIR;
  return isDirectory && !options.recursive ? isDirectoryError(path) : undefined;
}

function gone(errno, failedPath, path, options) {
  return errno === kENOENT && failedPath === path && options.force;
}

function removeSync(path, options) {
  for (let tries = 1; ; tries++) {
    const errno = fsBinding.removeTree(path);
    if (!(errno < 0)) return;
    const [syscall, failedPath] = fsBinding.lastFailure();
    if (gone(errno, failedPath, path, options)) return;
    if (!kWorthRetrying.has(errno) || tries > options.maxRetries) {
      throw failure(errno, syscall, failedPath);
    }
    pause(tries * options.retryDelay);
  }
}

function pause(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function rmSync(path, options) {
  path = getValidatedPath(path);
  options = rmOptions(options);
  const error = judge(fsBinding.lstat(path, false), path, options, failure);
  if (error) throw error;
  if (error === undefined) removeSync(path, options);
}

function remove(path, options, tries, callback) {
  const finish = (errno, value, syscall, failedPath) => {
    if (errno >= 0 || gone(errno, failedPath, path, options)) return callback(null);
    if (!kWorthRetrying.has(errno) || tries > options.maxRetries) {
      return callback(detachedFailure(errno, syscall, failedPath));
    }
    setTimeout(remove, tries * options.retryDelay, path, options, tries + 1, callback);
  };
  const errno = fsBinding.removeTree(path, { oncomplete: finish });
  if (errno < 0) process.nextTick(finish, errno, undefined, 'rm', path);
}

// The callback form, after the callback is checked.
function rm(path, options, callback) {
  path = getValidatedPath(path);
  options = rmOptions(options);
  const look = (errno, found) => {
    const error = judge(errno < 0 ? errno : found, path, options, detachedFailure);
    if (error === undefined) remove(path, options, 1, callback);
    else callback(error);
  };
  const errno = fsBinding.lstat(path, false, { oncomplete: look });
  if (errno < 0) process.nextTick(look, errno);
}

// rmdir with { recursive: true }, which is deprecated: a missing path is an error, a file is ENOTDIR.
function rmdirOptions(options) {
  if (options !== undefined) validateObject(options, 'options');
  const parsed = { ...retryOptions(options ?? {}), force: false };
  if (parsed.recursive) warnOfRecursion();
  return parsed;
}

let warned = false;
function warnOfRecursion() {
  if (warned) return;
  warned = true;
  process.emitWarning(
    'In future versions of Node.js, fs.rmdir(path, { recursive: true }) will be removed. ' +
    'Use fs.rm(path, { recursive: true }) instead', 'DeprecationWarning', 'DEP0147');
}

function checkIsDirectory(path) {
  const found = fsBinding.lstat(path, false);
  if (typeof found === 'number') throw failure(found, 'lstat', path);
  if ((found[kMode] & S_IFMT) !== S_IFDIR) throw failure(-20, 'rmdir', path);
}

function rmdirTreeSync(path, options) {
  checkIsDirectory(path);
  removeSync(path, options);
}

function rmdirTree(path, options, callback) {
  try {
    checkIsDirectory(path);
  } catch (error) {
    return process.nextTick(callback, error);
  }
  remove(path, options, 1, callback);
}

module.exports = { rm, rmSync, rmdirOptions, rmdirTree, rmdirTreeSync };
