'use strict';

// A parsed URL as the strings that its getters give: { href, scheme, username, password, host (as
// written in the URL, '' or null), port ('' or digits), pathname, query, fragment (null if absent) }.
//
// Plain URLs, which nearly all are, are taken apart by one regular expression; the package
// `whatwg-url` is loaded for the first one that is not plain, or that is changed by a setter.

const kPlain = new RegExp(
  '^(https?|wss?|file)://' +
  '((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)*[a-z](?:[a-z0-9-]*[a-z0-9])?)?' +
  '(?::([1-9][0-9]{0,3}))?' +
  '(/[\\w\\-.~!$&\'()*+,;=:@%/]*)?' +
  '(\\?[\\w\\-.~!$&()*+,;=:@%/?[\\]]*)?' +
  '(#[\\w\\-.~!$&\'()*+,;=:@%/?]*)?$');
const kDotSegment = /\/(?:\.|%2e){1,2}(?:\/|$)/i;
const kDefaultPorts = { __proto__: null, http: '80', https: '443', ws: '80', wss: '443', file: '' };

let machine;
function whatwg() {
  return machine ??= require('npm/whatwg-url');
}

// The scheme, host, path and so on of a plain URL; undefined if it needs the full parser.
function parsePlain(input) {
  const match = kPlain.exec(input);
  if (match === null) return undefined;
  const [, scheme, host = '', port = '', pathname = '/', search, hash] = match;
  if ((scheme === 'file') !== (host === '') || (scheme === 'file' && port !== '')) return undefined;
  if (host.includes('xn--') || kDotSegment.test(pathname)) return undefined;
  return assemble({
    href: '', scheme, username: '', password: '', host,
    port: port === kDefaultPorts[scheme] ? '' : port, pathname,
    query: search === undefined ? null : search.slice(1),
    fragment: hash === undefined ? null : hash.slice(1),
  });
}

const kPlainReference = new RegExp(
  '^((?:/(?!/))?(?:[\\w\\-.~!$&\'()*+,;=@]+(?:/[\\w\\-.~!$&\'()*+,;=:@/]*)?)?)' +
  '(\\?[\\w\\-.~!$&()*+,;=:@%/?[\\]]*)?' +
  '(#[\\w\\-.~!$&\'()*+,;=:@%/?]*)?$');

// '/x', '../x', './x?y#z' against a base with an authority; undefined if it needs the full parser.
function resolvePlain(input, base) {
  if (base.host === null || !(base.scheme in kDefaultPorts)) return undefined;
  const match = kPlainReference.exec(input);
  if (match === null) return undefined;
  const [, path, search, hash] = match;
  let { pathname, query } = base;
  if (path !== '') {
    // Drive letters have rules of their own.
    if (base.scheme === 'file' && pathname.includes(':')) return undefined;
    pathname = path[0] === '/' ? path : pathname.slice(0, pathname.lastIndexOf('/') + 1) + path;
    if (/%2e/i.test(pathname)) return undefined;
    if (kDotSegment.test(pathname)) pathname = removeDots(pathname);
    query = null;
  }
  if (search !== undefined) query = search.slice(1);
  return assemble({
    href: '', scheme: base.scheme, username: base.username, password: base.password,
    host: base.host, port: base.port, pathname, query,
    fragment: hash === undefined ? null : hash.slice(1),
  });
}

function removeDots(pathname) {
  const out = [];
  const segments = pathname.split('/');
  for (let i = 1; i < segments.length; i++) {
    const last = i === segments.length - 1;
    if (segments[i] === '..') {
      out.pop();
      if (last) out.push('');
    } else if (segments[i] === '.') {
      if (last) out.push('');
    } else {
      out.push(segments[i]);
    }
  }
  return `/${out.join('/')}`;
}

// Sets href from the rest.
function assemble(parts) {
  const { scheme, host, pathname, username, password } = parts;
  let href = `${scheme}:`;
  if (host !== null) {
    href += '//';
    if (username !== '' || password !== '') {
      href += password === '' ? `${username}@` : `${username}:${password}@`;
    }
    href += parts.port === '' ? host : `${host}:${parts.port}`;
  } else if (pathname.startsWith('//')) {
    href += '/.';
  }
  href += pathname;
  if (parts.query !== null) href += `?${parts.query}`;
  if (parts.fragment !== null) href += `#${parts.fragment}`;
  parts.href = href;
  return parts;
}

function fromRecord(record) {
  const { serializeHost, serializePath } = whatwg();
  return assemble({
    href: '',
    scheme: record.scheme,
    username: record.username,
    password: record.password,
    host: record.host === null ? null : serializeHost(record.host),
    port: record.port === null ? '' : `${record.port}`,
    pathname: serializePath(record),
    query: record.query,
    fragment: record.fragment,
  });
}

// The parts of `input`, relative to the parts of `base` if given; null if it is no URL.
function parse(input, base) {
  const plain = parsePlain(input);
  if (plain !== undefined) return plain;
  if (base !== undefined) {
    const resolved = resolvePlain(input, base);
    if (resolved !== undefined) return resolved;
  }
  const { basicURLParse } = whatwg();
  const baseURL = base === undefined ? undefined : basicURLParse(base.href);
  const record = basicURLParse(input, { baseURL });
  return record === null ? null : fromRecord(record);
}

// `change(record, whatwg)` works on the package's own form of the URL; returns the new parts.
function change(parts, change) {
  const record = whatwg().basicURLParse(parts.href);
  change(record, whatwg());
  return fromRecord(record);
}

function origin(parts) {
  switch (parts.scheme) {
    case 'http':
    case 'https':
    case 'ws':
    case 'wss':
    case 'ftp':
      return `${parts.scheme}://${parts.host}${parts.port === '' ? '' : `:${parts.port}`}`;
    case 'blob': {
      const inner = parse(parts.pathname);
      return inner !== null && /^https?$/.test(inner.scheme) ? origin(inner) : 'null';
    }
    default:
      return 'null';
  }
}

module.exports = { assemble, change, origin, parse };
