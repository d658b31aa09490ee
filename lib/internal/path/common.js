'use strict';

// What the POSIX and the Windows flavour of path share.

const { validateObject, validateString } = require('internal/validators');

const kDot = 46;
const kSlash = 47;
const kBackslash = 92;

// The path without empty and '.' segments, '..' resolved as far as segments precede it. What is left
// of '..' stays in front where `aboveRoot` allows it. No separator at either end.
function normalizeSegments(path, aboveRoot, separator, isSeparator) {
  let out = '';
  let depth = 0;  // segments of `out` that a '..' can take back
  let start = 0;
  for (let i = 0; i <= path.length; i++) {
    if (i < path.length && !isSeparator(path.charCodeAt(i))) continue;
    const size = i - start;
    const dots = size > 0 && size <= 2 && path.charCodeAt(start) === kDot &&
      path.charCodeAt(i - 1) === kDot;
    if (size !== 0 && !dots) {
      const segment = path.slice(start, i);
      out = out === '' ? segment : out + separator + segment;
      depth++;
    } else if (size === 2) {
      if (depth > 0) {
        const cut = out.lastIndexOf(separator);
        out = cut === -1 ? '' : out.slice(0, cut);
        depth--;
      } else if (aboveRoot) {
        out = out === '' ? '..' : `${out}${separator}..`;
      }
    }
    start = i + 1;
  }
  return out;
}

// [start, end) of the last segment of path.slice(from), trailing separators left out.
function lastSegment(path, from, isSeparator) {
  let end = path.length;
  while (end > from && isSeparator(path.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > from && !isSeparator(path.charCodeAt(start - 1))) start--;
  return [start, end];
}

// Where the extension of the segment [start, end) begins; `end` if it has none. A leading dot begins
// no extension, and '..' has none.
function extensionStart(path, start, end) {
  let dot = end - 1;
  while (dot >= start && path.charCodeAt(dot) !== kDot) dot--;
  if (dot <= start) return end;
  if (end - start === 2 && path.charCodeAt(start) === kDot) return end;
  return dot;
}

function basename(path, suffix, from, isSeparator) {
  const [start, end] = lastSegment(path, from, isSeparator);
  if (suffix !== undefined && suffix.length > 0 && suffix.length <= path.length) {
    if (suffix === path) return '';
    const base = path.slice(start, end);
    if (base.length > suffix.length && base.endsWith(suffix)) {
      return base.slice(0, base.length - suffix.length);
    }
    // As Node does it: separators at the end stay if all there is matches the end of the suffix.
    const partial = base.length < suffix.length && suffix.endsWith(base);
    return partial ? path.slice(start) : base;
  }
  return path.slice(start, end);
}

function makeFormat(separator) {
  return function format(pathObject) {
    validateObject(pathObject, 'pathObject');
    const dir = pathObject.dir || pathObject.root;
    const extension = pathObject.ext ? `${pathObject.ext[0] === '.' ? '' : '.'}${pathObject.ext}` : '';
    const base = pathObject.base || `${pathObject.name || ''}${extension}`;
    if (!dir) return base;
    return dir === pathObject.root ? `${dir}${base}` : `${dir}${separator}${base}`;
  };
}

function makeMatchesGlob(windows) {
  return function matchesGlob(path, pattern) {
    validateString(path, 'path');
    validateString(pattern, 'pattern');
    if (windows) {
      path = path.replaceAll('\\', '/');
      pattern = pattern.replaceAll('\\', '/');
    }
    return require('internal/fs/glob_pattern').matcher([pattern])(path);
  };
}

module.exports = {
  basename, extensionStart, kBackslash, kDot, kSlash, lastSegment, makeFormat, makeMatchesGlob,
  normalizeSegments,
};
