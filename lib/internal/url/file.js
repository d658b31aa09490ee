'use strict';

// File URLs and paths; options for http.request from a URL; domain names.

const { codes } = require('internal/errors');
const { validateString } = require('internal/validators');

const path = require('path');

let urlModule;
function url() {
  return urlModule ??= require('internal/url');
}

// Characters of a path that mean something else in a URL.
const kSpecial = /[%\\\n\r\t?#]/;
const kNotPlain = /[^\w\-.!$&'()*+,;=:@/]/;
const kEscapes = {
  '%': '%25', '\\': '%5C', '\n': '%0A', '\r': '%0D', '\t': '%09', '?': '%3F', '#': '%23',
};

function encodePath(text) {
  if (!kNotPlain.test(text)) return text;
  if (kSpecial.test(text)) text = text.replace(/[%\\\n\r\t?#]/g, (c) => kEscapes[c]);
  if (text.includes('~')) text = text.replaceAll('~', '%7E');
  return text.replace(/[^\x21\x24-\x3b\x3d\x40-\x5a\x5f\x61-\x7a]+/gu,
                      (run) => encodeURIComponent(url().toUSV(run)));
}

function fileParts(host, pathname) {
  return url().urlFromParts({
    href: '', scheme: 'file', username: '', password: '', host, port: '', pathname, query: null,
    fragment: null,
  });
}

function pathToFileURL(filepath, options) {
  validateString(filepath, 'path');
  if (options?.windows) return windowsPathToFileURL(filepath);
  let resolved = path.posix.resolve(filepath);
  if (filepath.length > 0 && filepath.charCodeAt(filepath.length - 1) === 47 &&
      resolved.charCodeAt(resolved.length - 1) !== 47) {
    resolved += '/';
  }
  return fileParts('', encodePath(resolved));
}

function windowsPathToFileURL(filepath) {
  const { win32 } = path;
  const isUNC = filepath.startsWith('\\\\');
  let resolved = isUNC ? filepath : win32.resolve(filepath);
  if (isUNC || resolved.startsWith('\\\\')) {
    const isExtended = resolved.startsWith('\\\\?\\UNC\\');
    const start = isExtended ? 8 : 2;
    const hostEnd = resolved.indexOf('\\', start);
    if (hostEnd === -1) {
      throw new codes.ERR_INVALID_ARG_VALUE('path', resolved, 'Missing UNC resource path');
    }
    if (hostEnd === 2) throw new codes.ERR_INVALID_ARG_VALUE('path', resolved, 'Empty UNC servername');
    const host = require('internal/url/domain').domainToASCII(resolved.slice(start, hostEnd));
    return fileParts(host, encodePath(resolved.slice(hostEnd).replaceAll('\\', '/')));
  }
  if (/[\\/]$/.test(filepath) && !resolved.endsWith('\\')) resolved += '\\';
  return fileParts('', encodePath(`/${resolved.replaceAll('\\', '/')}`));
}

function requireFileURL(value) {
  if (typeof value === 'string') {
    value = new (url().URL)(value);
  } else if (!url().isURL(value)) {
    throw new codes.ERR_INVALID_ARG_TYPE('path', ['string', 'URL'], value);
  }
  if (value.protocol !== 'file:') throw new codes.ERR_INVALID_URL_SCHEME('file');
  return value;
}

function checkPosix(value) {
  if (value.hostname !== '') throw new codes.ERR_INVALID_FILE_URL_HOST('linux');
  if (/%2f/i.test(value.pathname)) {
    throw new codes.ERR_INVALID_FILE_URL_PATH('must not include encoded / characters', value);
  }
}

function windowsPathname(value) {
  if (/%2f|%5c/i.test(value.pathname)) {
    throw new codes.ERR_INVALID_FILE_URL_PATH('must not include encoded \\ or / characters', value);
  }
  return value.pathname.replaceAll('/', '\\');
}

function finishWindowsPath(value, pathname) {
  if (value.hostname !== '') {
    return `\\\\${require('internal/url/domain').domainToUnicode(value.hostname)}${pathname}`;
  }
  if (!/^[a-z]:/i.test(pathname.slice(1))) {
    throw new codes.ERR_INVALID_FILE_URL_PATH('must be absolute', value);
  }
  return pathname.slice(1);
}

function fileURLToPath(value, options) {
  // The loaders come with plain ones all the time.
  if (typeof value === 'string' && options === undefined && /^file:\/\/\/[\w\-./@+]*$/.test(value) &&
      !value.includes('/.')) {
    return value.slice(7);
  }
  value = requireFileURL(value);
  if (options?.windows) {
    return finishWindowsPath(value, decodeURIComponent(windowsPathname(value)));
  }
  checkPosix(value);
  const { pathname } = value;
  return pathname.includes('%') ? decodeURIComponent(pathname) : pathname;
}

// For paths that are not UTF-8.
function fileURLToPathBuffer(value, options) {
  const { unescapeBuffer } = require('querystring');
  value = requireFileURL(value);
  if (options?.windows) {
    const bytes = unescapeBuffer(windowsPathname(value));
    return Buffer.from(finishWindowsPath(value, bytes.latin1Slice()), 'latin1');
  }
  checkPosix(value);
  return unescapeBuffer(value.pathname);
}

function urlToHttpOptions(value) {
  const { hostname, pathname, port, username, password, search } = value;
  const options = {
    __proto__: null,
    ...value,
    protocol: value.protocol,
    hostname: hostname && hostname[0] === '[' ? hostname.slice(1, -1) : hostname,
    hash: value.hash,
    search,
    pathname,
    path: `${pathname || ''}${search || ''}`,
    href: value.href,
  };
  if (port !== '') options.port = Number(port);
  if (username || password) {
    options.auth = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  }
  return options;
}

module.exports = { fileURLToPath, fileURLToPathBuffer, pathToFileURL, urlToHttpOptions };
