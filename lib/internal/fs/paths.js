'use strict';

// Paths as users give them: strings, bytes, file: URLs.

const { codes } = require('internal/errors');

function isURL(value) {
  return typeof value === 'object' && value !== null && Boolean(value.href && value.protocol) &&
    value.auth === undefined && value.path === undefined;
}

// A string or a Uint8Array that the binding takes.
function getValidatedPath(value, name = 'path') {
  if (typeof value === 'string') {
    if (!value.includes('\u0000')) return value;
    throw nullBytes(name, value);
  }
  return fromOther(value, name);
}

function fromOther(value, name) {
  if (value instanceof Uint8Array) {
    if (value.includes(0)) throw nullBytes(name, value);
    return value;
  }
  if (isURL(value)) return getValidatedPath(require('internal/url').fileURLToPath(value), name);
  throw new codes.ERR_INVALID_ARG_TYPE(name, ['string', 'Buffer', 'URL'], value);
}

function nullBytes(name, value) {
  return new codes.ERR_INVALID_ARG_VALUE(
    name, value, 'must be a string, Uint8Array, or URL without null bytes');
}

const isFd = (value) => Number.isInteger(value);

// A descriptor or a path.
function getValidatedTarget(value) {
  return isFd(value) ? getValidatedFd(value) : getValidatedPath(value);
}

function getValidatedFd(fd, name = 'fd') {
  if (typeof fd === 'number' && fd === (fd & 0x7fffffff)) return fd;
  require('internal/validators').validateInteger(fd, name, 0, 2147483647);
  return fd | 0;
}

module.exports = { getValidatedFd, getValidatedPath, getValidatedTarget, isFd, isURL };
