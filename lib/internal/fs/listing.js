'use strict';

// readdir: names or Dirents of one directory or of all below it.

const fsBinding = binding('fs');
const { validateBoolean } = require('internal/validators');
const { detachedFailure, failure } = require('internal/fs/call');
const { getValidatedPath } = require('internal/fs/paths');
const { getOptions } = require('internal/fs/options');
const { nameConverter, wantsBytes } = require('internal/fs/ops');
const { join, kType, makeDirent } = require('internal/fs/dirent');
const { UV_DIRENT_DIR } = fsBinding.constants;

class Listing {
  constructor(path, options) {
    options = getOptions(options);
    this.path = getValidatedPath(path);
    this.recursive = options.recursive;
    if (this.recursive !== undefined && this.recursive !== null) {
      validateBoolean(this.recursive, 'options.recursive');
    }
    this.withFileTypes = Boolean(options.withFileTypes);
    this.bytes = wantsBytes(options.encoding);
    this.convert = nameConverter(options.encoding);
  }

  // What a caller gets for one directory.
  finish(found, directory = this.path) {
    if (!this.withFileTypes) return this.bytes ? found.map(this.convert) : found;
    const [names, types] = found;
    return names.map((name, i) => makeDirent(directory, this.convert(name), types[i]));
  }
}

// The breadth-first traversal, one directory at a time. Its owner lists directory() and takes in
// what was found, until that is undefined.
class Traversal {
  constructor(listing) {
    this.listing = listing;
    this.queue = [[listing.path, '']];
    this.next = 0;
    this.results = [];
  }

  directory() {
    return this.queue[this.next]?.[0];
  }

  take([names, types]) {
    const { listing } = this;
    const [directory, prefix] = this.queue[this.next++];
    names.forEach((raw, i) => {
      const name = listing.convert(raw);
      const entry = makeDirent(directory, name, types[i]);
      const below = prefix === '' ? name : join(prefix, name);
      this.results.push(listing.withFileTypes ? entry : below);
      if (entry[kType] === UV_DIRENT_DIR) this.queue.push([join(directory, raw), below]);
    });
  }
}

function listSync(path, bytes, types) {
  const found = fsBinding.readdir(path, bytes, types);
  if (typeof found === 'number') throw failure(found, 'scandir', path);
  return found;
}

function readdirSync(path, options) {
  const listing = new Listing(path, options);
  if (!listing.recursive) {
    return listing.finish(listSync(listing.path, listing.bytes, listing.withFileTypes));
  }
  const traversal = new Traversal(listing);
  let directory;
  while ((directory = traversal.directory()) !== undefined) {
    traversal.take(listSync(directory, listing.bytes, true));
  }
  return traversal.results;
}

function list(path, bytes, types, callback) {
  const finish = (errno, found) => {
    if (errno < 0) callback(detachedFailure(errno, 'scandir', path));
    else callback(null, found);
  };
  const errno = fsBinding.readdir(path, bytes, types, { oncomplete: finish });
  if (errno < 0) process.nextTick(finish, errno);
}

// The callback form, after the callback is checked.
function readdir(path, options, callback) {
  const listing = new Listing(path, options);
  if (listing.recursive) return traverse(new Traversal(listing), callback);
  list(listing.path, listing.bytes, listing.withFileTypes, (error, found) => {
    if (error) return callback(error);
    finishWith(() => listing.finish(found), callback);
  });
}

function finishWith(make, callback) {
  let result;
  try {
    result = make();
  } catch (error) {
    return callback(error);
  }
  callback(null, result);
}

function traverse(traversal, callback) {
  const directory = traversal.directory();
  if (directory === undefined) return callback(null, traversal.results);
  list(directory, traversal.listing.bytes, true, (error, found) => {
    if (error) return callback(error);
    try {
      traversal.take(found);
    } catch (failed) {
      return callback(failed);
    }
    traverse(traversal, callback);
  });
}

module.exports = { readdir, readdirSync };
