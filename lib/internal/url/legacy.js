'use strict';

// url.parse, url.format and url.resolve, from before there was a standard: lenient, and kept as
// they always behaved.

const { codes } = require('internal/errors');
const { validateObject, validateString } = require('internal/validators');

function querystring() {
  return require('querystring');
}

// Protocols whose authority is announced by '//', also where it is left out.
const kSlashed = new Set(['http', 'https', 'ftp', 'gopher', 'file', 'ws', 'wss'].flatMap(
  (name) => [name, `${name}:`]));
const isScript = (protocol) => protocol === 'javascript' || protocol === 'javascript:';

const kSpaces = '[\\t\\n\\v\\f\\r \\u00a0\\ufeff]';
const kTrim = new RegExp(`^${kSpaces}+|${kSpaces}+$`, 'g');
const kEdges = new RegExp(`^${kSpaces}|${kSpaces}$`);
const kToEscape = /[\t\n\r "'<>\\^`{|}]/;
const kEscapes = {
  '\t': '%09', '\n': '%0A', '\r': '%0D', ' ': '%20', '"': '%22', "'": '%27', '<': '%3C',
  '>': '%3E', '\\': '%5C', '^': '%5E', '`': '%60', '{': '%7B', '|': '%7C', '}': '%7D',
};
const kForbiddenInHost = /[\0\t\n\r #%/:<>?@[\\\]^|]/;
const kForbiddenInIPv6 = /[\0\t\n\r #%/<>?@\\^|]/;

// A function, as old code calls it without `new` on objects of its own.
function Url() {
  this.protocol = null;
  this.slashes = null;
  this.auth = null;
  this.host = null;
  this.port = null;
  this.hostname = null;
  this.hash = null;
  this.search = null;
  this.query = null;
  this.pathname = null;
  this.path = null;
  this.href = null;
}

// Backslashes count as slashes up to the query.
function straighten(text) {
  if (kEdges.test(text)) text = text.replace(kTrim, '');
  if (!text.includes('\\')) return text;
  const end = text.search(/[?#]/);
  if (end === -1) return text.replaceAll('\\', '/');
  return text.slice(0, end).replaceAll('\\', '/') + text.slice(end);
}

Url.prototype.parse = function parse(url, parseQueryString, slashesDenoteHost) {
  validateString(url, 'url');
  let rest = straighten(url);
  if (!slashesDenoteHost && parsePlainPath(this, rest, parseQueryString)) return this;

  const protocol = /^[a-z0-9.+-]+:/i.exec(rest)?.[0].toLowerCase();
  if (protocol !== undefined) {
    this.protocol = protocol;
    rest = rest.slice(protocol.length);
  }
  let slashes = false;
  if (slashesDenoteHost || protocol !== undefined || /^\/\/[^@/]+@[^@/]+/.test(rest)) {
    slashes = rest.startsWith('//');
    if (slashes && !isScript(protocol)) {
      rest = rest.slice(2);
      this.slashes = true;
    }
  }
  if (!isScript(protocol) && (slashes || (protocol !== undefined && !kSlashed.has(protocol)))) {
    rest = takeAuthority(this, rest, url);
  }
  if (kToEscape.test(rest) && !isScript(protocol)) {
    rest = rest.replace(/[\t\n\r "'<>\\^`{|}]/g, (c) => kEscapes[c]);
  }
  takePath(this, rest, parseQueryString);
  if (kSlashed.has(protocol) && this.hostname && !this.pathname) this.pathname = '/';
  setPath(this);
  this.href = this.format();
  return this;
};

// '/a/b?c': most of what servers parse.
function parsePlainPath(url, text, parseQueryString) {
  if (text.includes('@') || text.includes('#')) return false;
  const match = /^(\/\/?(?!\/)[^?\s]*)(\?[^\s]*)?$/.exec(text);
  if (match === null) return false;
  url.path = url.href = text;
  url.pathname = match[1];
  if (match[2] !== undefined) {
    url.search = match[2];
    url.query = match[2].slice(1);
    if (parseQueryString) url.query = querystring().parse(url.query);
  } else if (parseQueryString) {
    url.query = { __proto__: null };
  }
  return true;
}

function setPath(url) {
  if (url.pathname || url.search) url.path = (url.pathname || '') + (url.search || '');
}

// Takes 'user:pass@host:port' off the front and returns what follows.
function takeAuthority(url, rest, input) {
  const limit = rest.search(/[/?#]/);
  let front = limit === -1 ? rest : rest.slice(0, limit);
  if (/[\t\n\r]/.test(front)) front = front.replace(/[\t\n\r]/g, '');
  let tail = limit === -1 ? '' : rest.slice(limit);
  const at = front.lastIndexOf('@');
  if (at !== -1) {
    url.auth = decodeURIComponent(front.slice(0, at));
    front = front.slice(at + 1);
  }
  const odd = front.search(/[ "%';<>\\^`{|}]/);
  if (odd !== -1) {
    tail = front.slice(odd) + tail;
    front = front.slice(0, odd);
  }
  const port = /:([0-9]*)$/.exec(front);
  if (port !== null) {
    if (port[1] !== '') url.port = port[1];
    front = front.slice(0, port.index);
  }
  const isIPv6 = front[0] === '[' && front.endsWith(']');
  if (!isIPv6) {
    const bad = front.indexOf(':');
    if (bad !== -1) {
      tail = `/${front.slice(bad)}${tail}`;
      front = front.slice(0, bad);
    }
  }
  url.hostname = checkHostname(front.length > 255 ? '' : front.toLowerCase(), isIPv6, input);
  url.host = url.hostname + (url.port ? `:${url.port}` : '');
  if (isIPv6) {
    url.hostname = url.hostname.slice(1, -1);
    if (tail[0] !== '/') tail = `/${tail}`;
  }
  return tail;
}

function checkHostname(hostname, isIPv6, input) {
  if (hostname === '') return '';
  if (isIPv6) {
    if (kForbiddenInIPv6.test(hostname)) throw new codes.ERR_INVALID_URL(input);
    return hostname;
  }
  // eslint-disable-next-line no-control-regex
  if (/[^\0-\x7f]/.test(hostname)) {
    hostname = require('npm/tr46').toASCII(hostname, {
      checkHyphens: false, checkBidi: true, checkJoiners: true, transitionalProcessing: false,
      useSTD3ASCIIRules: false, verifyDNSLength: false, ignoreInvalidPunycode: true,
    }) ?? '';
  }
  if (hostname === '' || kForbiddenInHost.test(hostname)) throw new codes.ERR_INVALID_URL(input);
  return hostname;
}

function takePath(url, rest, parseQueryString) {
  const hash = rest.indexOf('#');
  if (hash !== -1) {
    url.hash = rest.slice(hash);
    rest = rest.slice(0, hash);
  }
  const question = rest.indexOf('?');
  if (question !== -1) {
    url.search = rest.slice(question);
    url.query = rest.slice(question + 1);
    if (parseQueryString) url.query = querystring().parse(url.query);
    rest = rest.slice(0, question);
  } else if (parseQueryString) {
    url.query = { __proto__: null };
  }
  if (rest !== '') url.pathname = rest;
}

Url.prototype.format = function format() {
  let protocol = this.protocol || '';
  if (protocol !== '' && !protocol.endsWith(':')) protocol += ':';
  const auth = this.auth ? `${encodeURIComponent(this.auth).replaceAll('%3A', ':')}@` : '';

  let host = '';
  if (this.host) {
    host = auth + this.host;
  } else if (this.hostname) {
    const isBareIPv6 = this.hostname.includes(':') && this.hostname[0] !== '[';
    host = auth + (isBareIPv6 ? `[${this.hostname}]` : this.hostname);
    if (this.port) host += `:${this.port}`;
  }

  let query = '';
  if (this.query !== null && typeof this.query === 'object') {
    query = querystring().stringify(this.query);
  }
  let search = this.search || (query && `?${query}`) || '';
  let pathname = this.pathname || '';
  if (/[?#]/.test(pathname)) pathname = pathname.replace(/[?#]/g, encodeURIComponent);
  if (this.slashes || kSlashed.has(protocol)) {
    if (this.slashes || host) {
      if (pathname && pathname[0] !== '/') pathname = `/${pathname}`;
      host = `//${host}`;
    } else if (protocol.startsWith('file')) {
      host = '//';
    }
  }
  if (search.includes('#')) search = search.replaceAll('#', '%23');
  if (search && search[0] !== '?') search = `?${search}`;
  let hash = this.hash || '';
  if (hash && hash[0] !== '#') hash = `#${hash}`;
  return protocol + host + pathname + search + hash;
};

// ---- resolving a reference against a base

Url.prototype.resolve = function resolve(relative) {
  return this.resolveObject(urlParse(relative, false, true)).format();
};

Url.prototype.resolveObject = function resolveObject(relative) {
  if (typeof relative === 'string') {
    const parsed = new Url();
    parsed.parse(relative, false, true);
    relative = parsed;
  }
  const result = Object.assign(new Url(), this);
  result.hash = relative.hash;
  if (relative.href !== '') takeReference(result, { ...relative });
  result.href = result.format();
  return result;
};

function takeReference(result, relative) {
  if (relative.slashes && !relative.protocol) {
    const { protocol } = result;
    Object.assign(result, relative, { protocol });
    if (kSlashed.has(protocol) && result.hostname && !result.pathname) {
      result.path = result.pathname = '/';
    }
  } else if (relative.protocol && relative.protocol !== result.protocol) {
    if (kSlashed.has(relative.protocol)) takeOtherProtocol(result, relative);
    else Object.assign(result, relative);
  } else {
    mergePaths(result, relative);
  }
}

// http:x against another protocol: what stands first in the path is the host.
function takeOtherProtocol(result, relative) {
  result.protocol = relative.protocol;
  if (!relative.host && !/^file:?$/.test(relative.protocol)) {
    const segments = (relative.pathname || '').split('/');
    const first = segments.findIndex((segment) => segment !== '');
    relative.host = first === -1 ? '' : segments[first];
    relative.hostname ||= '';
    const path = first === -1 ? [] : segments.slice(first + 1);
    if (path[0] !== '') path.unshift('');
    if (path.length < 2) path.unshift('');
    result.pathname = path.join('/');
  } else {
    result.pathname = relative.pathname;
  }
  result.search = relative.search;
  result.query = relative.query;
  result.host = relative.host || '';
  result.auth = relative.auth;
  result.hostname = relative.hostname || relative.host;
  result.port = relative.port;
  setPath(result);
  result.slashes ||= relative.slashes;
}

// Where a protocol has no '//', its host is just the first segment of the path.
function hostIntoPath(url, segments) {
  if (url.host) {
    if (segments[0] === '') segments[0] = url.host;
    else segments.unshift(url.host);
  }
}

function hostOutOfPath(result, segments, isAbsolute) {
  result.host = isAbsolute ? '' : segments.shift() ?? '';
  const at = result.host.indexOf('@');
  if (at > 0) {
    result.auth = result.host.slice(0, at);
    result.host = result.host.slice(at + 1);
  }
  result.hostname = result.host;
}

function segmentsOf(url) {
  return url.pathname ? url.pathname.split('/') : [];
}

function mergePaths(result, relative) {
  const baseIsAbsolute = result.pathname?.[0] === '/';
  const relativeIsAbsolute = Boolean(relative.host) || relative.pathname?.[0] === '/';
  const rooted = relativeIsAbsolute || baseIsAbsolute ||
    Boolean(result.host && relative.pathname);
  let keepRoot = rooted;
  let segments = segmentsOf(result);
  const reference = segmentsOf(relative);
  const pathHost = Boolean(result.protocol) && !kSlashed.has(result.protocol);
  if (pathHost) {
    hostIntoPath(result, segments);
    result.hostname = result.host = '';
    result.port = null;
    if (relative.protocol) {
      result.auth = null;
      hostIntoPath(relative, reference);
      relative.hostname = relative.port = relative.host = null;
    }
    keepRoot = rooted && (reference[0] === '' || segments[0] === '');
  }

  if (relativeIsAbsolute) {
    takeHost(result, relative);
    segments = reference;
  } else if (reference.length > 0) {
    segments = [...segments.slice(0, -1), ...reference];
  } else if (relative.search !== null && relative.search !== undefined) {
    if (pathHost) hostOutOfPath(result, segments, false);
    result.search = relative.search;
    result.query = relative.query;
    if (result.pathname !== null || result.search !== null) setPathText(result);
    return;
  }
  if (relativeIsAbsolute || reference.length > 0) {
    result.search = relative.search;
    result.query = relative.query;
  }
  if (segments.length === 0) {
    result.pathname = null;
    result.path = result.search ? `/${result.search}` : null;
    return;
  }
  segments = withoutDots(segments, Boolean(result.host || relative.host), { keepRoot, rooted });
  const isAbsolute = segments[0] === '' || segments[0]?.[0] === '/';
  if (pathHost) hostOutOfPath(result, segments, isAbsolute);
  if ((keepRoot || (result.host && segments.length > 0)) && !isAbsolute) segments.unshift('');
  finishPath(result, relative, segments);
}

function finishPath(result, relative, segments) {
  if (segments.length === 0) {
    result.pathname = null;
    result.path = null;
  } else {
    result.pathname = segments.join('/');
  }
  if (result.pathname !== null || result.search !== null) setPathText(result);
  result.auth = relative.auth || result.auth;
  result.slashes ||= relative.slashes;
}

function setPathText(result) {
  result.path = (result.pathname || '') + (result.search || '');
}

function takeHost(result, relative) {
  if (relative.host || relative.host === '') {
    if (result.host !== relative.host) result.auth = null;
    result.host = relative.host;
    result.port = relative.port;
  }
  if (relative.hostname || relative.hostname === '') {
    if (result.hostname !== relative.hostname) result.auth = null;
    result.hostname = relative.hostname;
  }
}

// '.' and '..' applied; what is left of '..' stays in front only if nothing is rooted.
function withoutDots(segments, hasHost, { keepRoot, rooted }) {
  const last = segments[segments.length - 1];
  const endsInFolder = ((hasHost || segments.length > 1) && (last === '.' || last === '..')) ||
    last === '';
  const out = [];
  let up = 0;
  for (let i = segments.length - 1; i >= 0; i--) {
    if (segments[i] === '.') continue;
    if (segments[i] === '..') up++;
    else if (up > 0) up--;
    else out.unshift(segments[i]);
  }
  if (!keepRoot && !rooted) for (; up > 0; up--) out.unshift('..');
  if (keepRoot && out[0] !== '' && out[0]?.[0] !== '/') out.unshift('');
  if (endsInFolder && !out.join('/').endsWith('/')) out.push('');
  return out;
}

// ---- the functions of the module

// Warns once, and only code outside node_modules. Who calls is costly to know, so packages are asked
// a few times only.
let checksLeft = 20;
function warnOfParse() {
  checksLeft--;
  if (require('internal/util').isInsideNodeModules(8)) return;
  checksLeft = 0;
  process.emitWarning(
    '`url.parse()` behavior is not standardized and prone to errors that have security ' +
    'implications. Use the WHATWG URL API instead. CVEs are not issued for `url.parse()` ' +
    'vulnerabilities.', 'DeprecationWarning', 'DEP0169');
}

function urlParse(url, parseQueryString, slashesDenoteHost) {
  if (checksLeft > 0) warnOfParse();
  if (url instanceof Url) return url;
  return new Url().parse(url, parseQueryString, slashesDenoteHost);
}

function urlFormat(urlObject, options) {
  if (typeof urlObject === 'string') {
    urlObject = urlParse(urlObject);
  } else if (typeof urlObject !== 'object' || urlObject === null) {
    throw new codes.ERR_INVALID_ARG_TYPE('urlObject', ['Object', 'string'], urlObject);
  } else if (require('internal/url').isURL(urlObject)) {
    return formatURL(urlObject, options);
  }
  return Url.prototype.format.call(urlObject);
}

function formatURL(url, options) {
  let fragment = true;
  let unicode = false;
  let search = true;
  let auth = true;
  if (options) {
    validateObject(options, 'options');
    if (options.fragment != null) fragment = Boolean(options.fragment);
    if (options.unicode != null) unicode = Boolean(options.unicode);
    if (options.search != null) search = Boolean(options.search);
    if (options.auth != null) auth = Boolean(options.auth);
  }
  if (fragment && !unicode && search && auth) return url.href;
  const { URL } = require('internal/url');
  const copy = new URL(url.href);
  if (!fragment) copy.hash = '';
  if (!search) copy.search = '';
  if (!auth) copy.username = copy.password = '';
  if (!unicode || copy.hostname === '') return copy.href;
  const { domainToUnicode } = require('internal/url/domain');
  return copy.href.replace(copy.hostname, () => domainToUnicode(copy.hostname));
}

function urlResolve(source, relative) {
  return urlParse(source, false, true).resolve(relative);
}

function urlResolveObject(source, relative) {
  return source ? urlParse(source, false, true).resolveObject(relative) : relative;
}

module.exports = { Url, urlFormat, urlParse, urlResolve, urlResolveObject };
