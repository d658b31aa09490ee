'use strict';

// The URL class, and paths to file URLs and back.

const { codes } = require('internal/errors');
const { assemble, change, origin, parse } = require('internal/url/parts');
const { URLSearchParams, makeSearchParams, reloadSearchParams } =
  require('internal/url/search_params');

const kInspect = Symbol.for('nodejs.util.inspect.custom');
const kParts = Symbol('kParts');

function toUSV(value) {
  const text = `${value}`;
  return /[\ud800-\udfff]/.test(text) ? text.replace(/\p{Surrogate}/gu, '\ufffd') : text;
}

// The parts of a URL given as text (or anything with one), with an optional base; null if invalid.
function parseInput(input, base) {
  if (base === undefined) return parse(input);
  const baseParts = parse(base);
  return baseParts === null ? null : parse(input, baseParts);
}

class URL {
  #parts;
  #searchParams;

  constructor(input, base = undefined) {
    if (input === kParts) {
      this.#parts = base;
      return;
    }
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('url');
    input = toUSV(input);
    if (base !== undefined) base = toUSV(base);
    const parts = parseInput(input, base);
    if (parts === null) throw new codes.ERR_INVALID_URL(input, base);
    this.#parts = parts;
  }

  static parse(input, base = undefined) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('url');
    const parts = parseInput(toUSV(input), base === undefined ? undefined : toUSV(base));
    return parts === null ? null : new URL(kParts, parts);
  }

  static canParse(input, base = undefined) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('url');
    return parseInput(toUSV(input), base === undefined ? undefined : toUSV(base)) !== null;
  }

  static createObjectURL(blob) {
    return require('internal/blob').createObjectURL(blob);
  }

  static revokeObjectURL(url) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('url');
    require('internal/blob').revokeObjectURL(`${url}`);
  }

  static isURL(value) {
    return typeof value === 'object' && value !== null && #parts in value;
  }

  #replace(parts) {
    this.#parts = parts;
    if (this.#searchParams !== undefined) reloadSearchParams(this.#searchParams, parts.query ?? '');
  }

  #set(value, stateOverride) {
    this.#parts = change(this.#parts, (record, { basicURLParse }) => {
      basicURLParse(value, { url: record, stateOverride });
    });
  }

  get #opaque() {
    return this.#parts.host === null && !this.#parts.pathname.startsWith('/');
  }

  get #withoutAuthority() {
    const { host, scheme } = this.#parts;
    return host === null || host === '' || scheme === 'file';
  }

  toString() {
    return this.#parts.href;
  }

  get href() {
    return this.#parts.href;
  }

  set href(value) {
    value = toUSV(value);
    const parts = parse(value);
    if (parts === null) throw new codes.ERR_INVALID_URL(value);
    this.#replace(parts);
  }

  get origin() {
    return origin(this.#parts);
  }

  get protocol() {
    return `${this.#parts.scheme}:`;
  }

  set protocol(value) {
    this.#set(`${toUSV(value)}:`, 'scheme start');
  }

  get username() {
    return this.#parts.username;
  }

  set username(value) {
    value = toUSV(value);
    if (this.#withoutAuthority) return;
    this.#parts = change(this.#parts, (record, { setTheUsername }) => setTheUsername(record, value));
  }

  get password() {
    return this.#parts.password;
  }

  set password(value) {
    value = toUSV(value);
    if (this.#withoutAuthority) return;
    this.#parts = change(this.#parts, (record, { setThePassword }) => setThePassword(record, value));
  }

  get host() {
    const { host, port } = this.#parts;
    if (host === null) return '';
    return port === '' ? host : `${host}:${port}`;
  }

  set host(value) {
    value = toUSV(value);
    if (!this.#opaque) this.#set(value, 'host');
  }

  get hostname() {
    return this.#parts.host ?? '';
  }

  set hostname(value) {
    value = toUSV(value);
    if (!this.#opaque) this.#set(value, 'hostname');
  }

  get port() {
    return this.#parts.port;
  }

  set port(value) {
    value = toUSV(value);
    if (this.#withoutAuthority) return;
    if (value === '') this.#parts = assemble({ ...this.#parts, port: '' });
    else this.#set(value, 'port');
  }

  get pathname() {
    return this.#parts.pathname;
  }

  set pathname(value) {
    value = toUSV(value);
    if (this.#opaque) return;
    this.#parts = change(this.#parts, (record, { basicURLParse }) => {
      record.path = [];
      basicURLParse(value, { url: record, stateOverride: 'path start' });
    });
  }

  get search() {
    const { query } = this.#parts;
    return query === null || query === '' ? '' : `?${query}`;
  }

  set search(value) {
    value = toUSV(value);
    if (value === '') {
      this.#replace(assemble({ ...this.#parts, query: null }));
      return;
    }
    this.#replace(change(this.#parts, (record, { basicURLParse }) => {
      record.query = '';
      basicURLParse(value[0] === '?' ? value.slice(1) : value,
                    { url: record, stateOverride: 'query' });
    }));
  }

  get searchParams() {
    this.#searchParams ??= makeSearchParams(this.#parts.query ?? '', (query) => {
      this.#parts = assemble({ ...this.#parts, query: query === '' ? null : query });
    });
    return this.#searchParams;
  }

  get hash() {
    const { fragment } = this.#parts;
    return fragment === null || fragment === '' ? '' : `#${fragment}`;
  }

  set hash(value) {
    value = toUSV(value);
    if (value === '') {
      this.#parts = assemble({ ...this.#parts, fragment: null });
      return;
    }
    this.#parts = change(this.#parts, (record, { basicURLParse }) => {
      record.fragment = '';
      basicURLParse(value[0] === '#' ? value.slice(1) : value,
                    { url: record, stateOverride: 'fragment' });
    });
  }

  toJSON() {
    return this.#parts.href;
  }

  [kInspect](depth, options, inspect) {
    if (typeof depth === 'number' && depth < 0) return this;
    const shown = {};
    for (const name of ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname',
                        'port', 'pathname', 'search', 'searchParams', 'hash']) {
      shown[name] = this[name];
    }
    return `${this.constructor?.name || 'URL'} ${inspect(shown, options)}`;
  }
}

const { isURL: isOurs } = URL;
delete URL.isURL;
Object.defineProperty(URL, 'length', { value: 1, configurable: true });
for (const name of ['toString', 'href', 'origin', 'protocol', 'username', 'password', 'host',
                    'hostname', 'port', 'pathname', 'search', 'searchParams', 'hash', 'toJSON']) {
  Object.defineProperty(URL.prototype, name, { enumerable: true });
}
for (const name of ['parse', 'canParse', 'createObjectURL', 'revokeObjectURL']) {
  Object.defineProperty(URL, name, { enumerable: true });
}
Object.defineProperty(URL.prototype, Symbol.toStringTag, { configurable: true, value: 'URL' });

// Whether the value is a URL, also one of another implementation with the same interface.
function isURL(value) {
  return isOurs(value) ||
    Boolean(value?.href && value.protocol && value.auth === undefined && value.path === undefined);
}

function urlFromParts(parts) {
  return new URL(kParts, assemble(parts));
}

module.exports = {
  URL,
  URLSearchParams,
  isURL,
  toUSV,
  urlFromParts,
  // A path as fs takes it: file URLs become paths, anything else is left for fs to check.
  toPathIfFileURL: (value) => (isURL(value) ? fileURLToPath(value) : value),
};
const { fileURLToPath } = require('internal/url/file');
Object.assign(module.exports, require('internal/url/file'));
