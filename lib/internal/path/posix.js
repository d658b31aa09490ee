'use strict';

const { validateString } = require('internal/validators');
const common = require('internal/path/common');
const { kSlash, normalizeSegments } = common;

const isSlash = (code) => code === kSlash;

function resolve(...paths) {
  let resolved = '';
  let absolute = false;
  for (let i = paths.length - 1; i >= -1 && !absolute; i--) {
    let path;
    if (i >= 0) {
      path = paths[i];
      validateString(path, `paths[${i}]`);
      if (path.length === 0) continue;
    } else {
      path = process.cwd();
    }
    resolved = `${path}/${resolved}`;
    absolute = path.charCodeAt(0) === kSlash;
  }
  resolved = normalizeSegments(resolved, !absolute, '/', isSlash);
  if (absolute) return `/${resolved}`;
  return resolved.length > 0 ? resolved : '.';
}

function normalize(path) {
  validateString(path, 'path');
  if (path.length === 0) return '.';
  const absolute = path.charCodeAt(0) === kSlash;
  const trailing = path.charCodeAt(path.length - 1) === kSlash;
  let normal = normalizeSegments(path, !absolute, '/', isSlash);
  if (normal.length === 0) {
    if (absolute) return '/';
    return trailing ? './' : '.';
  }
  if (trailing) normal += '/';
  return absolute ? `/${normal}` : normal;
}

function isAbsolute(path) {
  validateString(path, 'path');
  return path.charCodeAt(0) === kSlash;
}

function join(...paths) {
  let joined = '';
  for (let i = 0; i < paths.length; i++) {
    const path = paths[i];
    validateString(path, 'path');
    if (path.length > 0) joined = joined === '' ? path : `${joined}/${path}`;
  }
  return joined === '' ? '.' : normalize(joined);
}

function relative(from, to) {
  validateString(from, 'from');
  validateString(to, 'to');
  if (from === to) return '';
  from = resolve(from);
  to = resolve(to);
  if (from === to) return '';
  const fromParts = from === '/' ? [] : from.slice(1).split('/');
  const toParts = to === '/' ? [] : to.slice(1).split('/');
  let same = 0;
  while (same < fromParts.length && same < toParts.length && fromParts[same] === toParts[same]) {
    same++;
  }
  const parts = new Array(fromParts.length - same).fill('..');
  return parts.concat(toParts.slice(same)).join('/');
}

function toNamespacedPath(path) {
  return path;
}

function dirname(path) {
  validateString(path, 'path');
  if (path.length === 0) return '.';
  let end = path.length;
  while (end > 1 && path.charCodeAt(end - 1) === kSlash) end--;
  while (end > 0 && path.charCodeAt(end - 1) !== kSlash) end--;
  if (end === 0) return path.charCodeAt(0) === kSlash ? '/' : '.';
  if (end === 1) return '/';
  if (end === 2 && path.charCodeAt(0) === kSlash) return '//';
  return path.slice(0, end - 1);
}

function basename(path, suffix) {
  if (suffix !== undefined) validateString(suffix, 'suffix');
  validateString(path, 'path');
  return common.basename(path, suffix, 0, isSlash);
}

function extname(path) {
  validateString(path, 'path');
  const [start, end] = common.lastSegment(path, 0, isSlash);
  return path.slice(common.extensionStart(path, start, end), end);
}

function parse(path) {
  validateString(path, 'path');
  const root = path.charCodeAt(0) === kSlash ? '/' : '';
  const [start, end] = common.lastSegment(path, root.length, isSlash);
  let dot = common.extensionStart(path, start, end);
  // As Node does it: directly below the root '..' is a name '.' with the extension '.'.
  if (root !== '' && start === 1 && path.slice(start, end) === '..') dot = end - 1;
  return {
    root,
    dir: start > 1 ? path.slice(0, start - 1) : root,
    base: path.slice(start, end),
    ext: path.slice(dot, end),
    name: path.slice(start, dot),
  };
}

module.exports = {
  resolve,
  normalize,
  isAbsolute,
  join,
  relative,
  toNamespacedPath,
  dirname,
  basename,
  extname,
  format: common.makeFormat('/'),
  parse,
  matchesGlob: common.makeMatchesGlob(false),
  sep: '/',
  delimiter: ':',
  win32: null,
  posix: null,
};
