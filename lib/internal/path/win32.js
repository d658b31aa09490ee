'use strict';

const { validateString } = require('internal/validators');
const common = require('internal/path/common');
const { kBackslash, kSlash, normalizeSegments } = common;

const isSeparator = (code) => code === kSlash || code === kBackslash;

// Names that mean a device wherever they stand, so `NUL:x` must not be taken for a stream of a file.
const kReserved = /^(?:con|prn|aux|nul|(?:com|lpt)[1-9\u00b9\u00b2\u00b3])$/i;

function isDriveLetter(code) {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function skip(path, from, wanted) {
  let i = from;
  while (i < path.length && isSeparator(path.charCodeAt(i)) === wanted) i++;
  return i;
}

// The root of a path:
//   device    '\\\\server\\share', '\\\\.' (or ?), 'C:' or ''
//   end       where the root ends; a separator that makes it absolute is included, but not for UNC
//   absolute  whether the rest begins at the root of the device
//   unc       whether it is \\server\share, or \\.\name
function parseRoot(path) {
  const root = { device: '', end: 0, absolute: false, unc: false };
  const first = path.charCodeAt(0);
  if (isSeparator(first)) {
    root.absolute = true;
    root.end = 1;
    if (!isSeparator(path.charCodeAt(1))) return root;
    const serverEnd = skip(path, 2, false);
    const shareStart = skip(path, serverEnd, true);
    const shareEnd = skip(path, shareStart, false);
    if (serverEnd === 2 || shareStart === serverEnd || shareEnd === shareStart) return root;
    root.unc = true;
    root.end = shareEnd;
    root.device = `\\\\${path.slice(2, serverEnd)}\\${path.slice(shareStart, shareEnd)}`;
    return root;
  }
  if (isDriveLetter(first) && path.charCodeAt(1) === 58) {
    root.device = path.slice(0, 2);
    root.end = 2;
    if (path.length > 2 && isSeparator(path.charCodeAt(2))) {
      root.absolute = true;
      root.end = 3;
    }
  }
  return root;
}

// \\.\ and \\?\ are roots by themselves when paths are normalized.
function parseNormalizedRoot(path) {
  const root = parseRoot(path);
  if (root.unc && (root.device.startsWith('\\\\.\\') || root.device.startsWith('\\\\?\\'))) {
    root.device = root.device.slice(0, 3);
    root.end = 4;
    root.unc = false;
  }
  return root;
}

function resolve(...paths) {
  let device = '';
  let tail = '';
  let absolute = false;
  for (let i = paths.length - 1; i >= -1; i--) {
    let path;
    if (i >= 0) {
      path = paths[i];
      validateString(path, `paths[${i}]`);
      if (path.length === 0) continue;
    } else if (device.length === 0) {
      path = process.cwd();
    } else {
      path = workingDirectoryOf(device);
    }
    const root = parseNormalizedRoot(path);
    if (root.device.length > 0) {
      if (device.length === 0) device = root.device;
      else if (root.device.toLowerCase() !== device.toLowerCase()) continue;
    }
    if (!absolute) {
      tail = `${path.slice(root.end)}\\${tail}`;
      absolute = root.absolute;
    }
    if (absolute && device.length > 0) break;
  }
  tail = normalizeSegments(tail, !absolute, '\\', isSeparator);
  return absolute ? `${device}\\${tail}` : `${device}${tail}` || '.';
}

// Windows keeps one for each drive, in variables like `=C:`.
function workingDirectoryOf(device) {
  const path = process.env[`=${device}`] || process.cwd();
  const sameDrive = path.slice(0, 2).toLowerCase() === device.toLowerCase();
  return sameDrive || path.charCodeAt(2) !== kBackslash ? path : `${device}\\`;
}

function normalize(path) {
  validateString(path, 'path');
  if (path.length === 0) return '.';
  if (path.length === 1) return isSeparator(path.charCodeAt(0)) ? '\\' : path;
  const root = parseNormalizedRoot(path);
  if (root.unc && root.end === path.length) return `${root.device}\\`;
  if (root.device === '' && !root.absolute) {
    const colon = path.indexOf(':');
    if (isReservedStream(path)) {
      root.device = `.\\${path.slice(0, colon + 1)}`;
      root.end = colon + 1;
    }
  }
  let tail = normalizeSegments(path.slice(root.end), !root.absolute, '\\', isSeparator);
  if (tail.length === 0 && !root.absolute) tail = '.';
  if (tail.length > 0 && isSeparator(path.charCodeAt(path.length - 1))) tail += '\\';
  if (root.absolute) return `${root.device}\\${tail}`;
  if (root.device === '' && looksLikeDevice(path, tail)) return `.\\${tail}`;
  return `${root.device}${tail}`;
}

// Normalizing must not turn a plain relative path into one with a drive or a device.
function looksLikeDevice(path, tail) {
  if (!path.includes(':')) return false;
  if (tail.length >= 2 && isDriveLetter(tail.charCodeAt(0)) && tail.charCodeAt(1) === 58) return true;
  for (let i = path.indexOf(':'); i !== -1; i = path.indexOf(':', i + 1)) {
    if (i === path.length - 1 || isSeparator(path.charCodeAt(i + 1))) return true;
  }
  return false;
}

function isAbsolute(path) {
  validateString(path, 'path');
  if (path.length === 0) return false;
  return isSeparator(path.charCodeAt(0)) ||
    (path.length > 2 && isDriveLetter(path.charCodeAt(0)) && path.charCodeAt(1) === 58 &&
     isSeparator(path.charCodeAt(2)));
}

// Several leading separators make a UNC path only where the first argument itself has exactly two
// followed by a name.
function join(...paths) {
  const parts = [];
  for (const path of paths) {
    validateString(path, 'path');
    if (path.length > 0) parts.push(path);
  }
  if (parts.length === 0) return '.';
  let joined = parts.join('\\');
  const first = parts[0];
  const leading = skip(first, 0, true);
  if (leading !== 2 || first.length === 2) {
    const slashes = skip(joined, 0, true);
    if (slashes >= 2) joined = `\\${joined.slice(slashes)}`;
  }
  return joined.split('\\').some(isReservedStream) ? joined.replace(/\//g, '\\') :
    normalize(joined);
}

// 'CON:', 'NUL:x': normalizing a path with such a part would change what it names.
function isReservedStream(part) {
  const colon = part.indexOf(':');
  return colon > 0 && kReserved.test(part.slice(0, colon));
}

function relative(from, to) {
  validateString(from, 'from');
  validateString(to, 'to');
  if (from === to) return '';
  const fromFull = resolve(from);
  const toFull = resolve(to);
  if (fromFull === toFull) return '';
  const fromParts = splitAbsolute(fromFull);
  const toParts = splitAbsolute(toFull);
  let same = 0;
  while (same < fromParts.length && same < toParts.length &&
         fromParts[same].toLowerCase() === toParts[same].toLowerCase()) {
    same++;
  }
  if (same === fromParts.length && same === toParts.length) return '';
  if (same === 0 && fromParts.length > 0 && toParts.length > 0) return toFull;
  return [...new Array(fromParts.length - same).fill('..'), ...toParts.slice(same)].join('\\');
}

function splitAbsolute(path) {
  const inner = path.replace(/^\\+|\\+$/g, '');
  return inner === '' ? [] : inner.split('\\');
}

function toNamespacedPath(path) {
  if (typeof path !== 'string' || path.length === 0) return path;
  const full = resolve(path);
  if (full.length <= 2) return path;
  if (full.startsWith('\\\\')) {
    const mark = full[2];
    return mark === '?' || mark === '.' ? full : `\\\\?\\UNC\\${full.slice(2)}`;
  }
  if (isDriveLetter(full.charCodeAt(0)) && full.charCodeAt(1) === 58 &&
      full.charCodeAt(2) === kBackslash) {
    return `\\\\?\\${full}`;
  }
  return full;
}

// Where the root of the path ends for dirname and parse, which keep the text as it is.
function rootLength(path) {
  const root = parseRoot(path);
  if (!root.unc) return root.end;
  return root.end < path.length ? root.end + 1 : root.end;
}

function dirname(path) {
  validateString(path, 'path');
  if (path.length === 0) return '.';
  if (path.length === 1) return isSeparator(path.charCodeAt(0)) ? path : '.';
  const root = rootLength(path);
  let end = path.length;
  while (end > root && isSeparator(path.charCodeAt(end - 1))) end--;
  while (end > root && !isSeparator(path.charCodeAt(end - 1))) end--;
  if (end > root) return path.slice(0, end - 1);
  return root === 0 ? '.' : path.slice(0, root);
}

function driveLength(path) {
  return isDriveLetter(path.charCodeAt(0)) && path.charCodeAt(1) === 58 ? 2 : 0;
}

function basename(path, suffix) {
  if (suffix !== undefined) validateString(suffix, 'suffix');
  validateString(path, 'path');
  return common.basename(path, suffix, driveLength(path), isSeparator);
}

function extname(path) {
  validateString(path, 'path');
  const [start, end] = common.lastSegment(path, driveLength(path), isSeparator);
  return path.slice(common.extensionStart(path, start, end), end);
}

function parse(path) {
  validateString(path, 'path');
  const rootEnd = rootLength(path);
  const root = path.slice(0, rootEnd);
  const [start, end] = common.lastSegment(path, rootEnd, isSeparator);
  const dot = common.extensionStart(path, start, end);
  return {
    root,
    dir: start > rootEnd ? path.slice(0, start - 1) : root,
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
  format: common.makeFormat('\\'),
  parse,
  matchesGlob: common.makeMatchesGlob(true),
  sep: '\\',
  delimiter: ';',
  win32: null,
  posix: null,
};
