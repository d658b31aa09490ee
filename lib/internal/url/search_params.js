'use strict';

const { codes } = require('internal/errors');
const { validateFunction } = require('internal/validators');

const kInspect = Symbol.for('nodejs.util.inspect.custom');

function toUSV(value) {
  const text = `${value}`;
  return /[\ud800-\udfff]/.test(text) ? text.replace(/\p{Surrogate}/gu, '\ufffd') : text;
}

function decode(text) {
  if (text.includes('+')) text = text.replaceAll('+', ' ');
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    const { unescapeBuffer } = require('querystring');
    const { Buffer } = require('buffer');
    // What is not percent-encoded may lie outside ASCII, so it is taken as UTF-8 as well.
    return unescapeBuffer(Buffer.from(text).latin1Slice()).utf8Slice();
  }
}

function parseQuery(query) {
  const pairs = [];
  for (const field of query.split('&')) {
    if (field === '') continue;
    const middle = field.indexOf('=');
    if (middle === -1) pairs.push([decode(field), '']);
    else pairs.push([decode(field.slice(0, middle)), decode(field.slice(middle + 1))]);
  }
  return pairs;
}

const kHex = { '!': '%21', "'": '%27', '(': '%28', ')': '%29', '~': '%7E', '%20': '+' };
function encode(text) {
  return encodeURIComponent(text).replace(/%20|[!'()~]/g, (found) => kHex[found]);
}

function serialize(pairs) {
  let out = '';
  for (const [name, value] of pairs) {
    out += `${out === '' ? '' : '&'}${encode(name)}=${encode(value)}`;
  }
  return out;
}

function pairsOfIterable(init) {
  if (typeof init[Symbol.iterator] !== 'function') {
    throw new codes.ERR_ARG_NOT_ITERABLE('Query pairs');
  }
  const pairs = [];
  for (const pair of init) {
    if (pair === null || (typeof pair !== 'object' && typeof pair !== 'function') ||
        typeof pair[Symbol.iterator] !== 'function') {
      throw new codes.ERR_INVALID_TUPLE('Each query pair', '[name, value]');
    }
    const both = Array.from(pair, toUSV);
    if (both.length !== 2) throw new codes.ERR_INVALID_TUPLE('Each query pair', '[name, value]');
    pairs.push(both);
  }
  return pairs;
}

// Later keys that are the same text overwrite the value in place, as for a record.
function pairsOfRecord(init) {
  const record = new Map();
  for (const key of Reflect.ownKeys(init)) {
    const property = Reflect.getOwnPropertyDescriptor(init, key);
    if (property === undefined || !property.enumerable) continue;
    record.set(toUSV(key), toUSV(init[key]));
  }
  return [...record];
}

const kFromURL = Symbol('kFromURL');
let pairsOf;

class URLSearchParams {
  #pairs;
  #update;  // called after each change

  static {
    pairsOf = (params) => params.#pairs;
  }

  static #check(value) {
    if (value === null || typeof value !== 'object' || !(#pairs in value)) {
      throw new codes.ERR_INVALID_THIS('URLSearchParams');
    }
  }

  // `new URLSearchParams(kFromURL, query, update)` belongs to a URL.
  constructor(init = undefined, query = undefined, update = undefined) {
    if (init === kFromURL) {
      this.#pairs = parseQuery(query);
      this.#update = update;
    } else if (init == null && init !== null) {
      this.#pairs = [];
    } else if (typeof init === 'object' && init !== null || typeof init === 'function') {
      const iterable = init[Symbol.iterator] !== undefined && init[Symbol.iterator] !== null;
      this.#pairs = iterable ? pairsOfIterable(init) : pairsOfRecord(init);
    } else {
      const text = toUSV(init);
      this.#pairs = parseQuery(text[0] === '?' ? text.slice(1) : text);
    }
  }

  // Reads the query again after the URL has changed.
  static reload(params, query) {
    params.#pairs = parseQuery(query);
  }

  get size() {
    URLSearchParams.#check(this);
    return this.#pairs.length;
  }

  append(name, value) {
    URLSearchParams.#check(this);
    if (arguments.length < 2) throw new codes.ERR_MISSING_ARGS('name', 'value');
    this.#pairs.push([toUSV(name), toUSV(value)]);
    this.#update?.(serialize(this.#pairs));
  }

  delete(name, value = undefined) {
    URLSearchParams.#check(this);
    if (arguments.length < 1) throw new codes.ERR_MISSING_ARGS('name');
    name = toUSV(name);
    if (value !== undefined) value = toUSV(value);
    this.#pairs = this.#pairs.filter(
      (pair) => pair[0] !== name || (value !== undefined && pair[1] !== value));
    this.#update?.(serialize(this.#pairs));
  }

  get(name) {
    URLSearchParams.#check(this);
    if (arguments.length < 1) throw new codes.ERR_MISSING_ARGS('name');
    name = toUSV(name);
    for (const pair of this.#pairs) if (pair[0] === name) return pair[1];
    return null;
  }

  getAll(name) {
    URLSearchParams.#check(this);
    if (arguments.length < 1) throw new codes.ERR_MISSING_ARGS('name');
    name = toUSV(name);
    return this.#pairs.filter((pair) => pair[0] === name).map((pair) => pair[1]);
  }

  has(name, value = undefined) {
    URLSearchParams.#check(this);
    if (arguments.length < 1) throw new codes.ERR_MISSING_ARGS('name');
    name = toUSV(name);
    if (value !== undefined) value = toUSV(value);
    return this.#pairs.some(
      (pair) => pair[0] === name && (value === undefined || pair[1] === value));
  }

  set(name, value) {
    URLSearchParams.#check(this);
    if (arguments.length < 2) throw new codes.ERR_MISSING_ARGS('name', 'value');
    name = toUSV(name);
    value = toUSV(value);
    const first = this.#pairs.find((pair) => pair[0] === name);
    if (first === undefined) {
      this.#pairs.push([name, value]);
    } else {
      first[1] = value;
      this.#pairs = this.#pairs.filter((pair) => pair === first || pair[0] !== name);
    }
    this.#update?.(serialize(this.#pairs));
  }

  sort() {
    URLSearchParams.#check(this);
    this.#pairs.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
    this.#update?.(serialize(this.#pairs));
  }

  entries() {
    URLSearchParams.#check(this);
    return makeIterator(this, 'entries');
  }

  forEach(callback, thisArg = undefined) {
    URLSearchParams.#check(this);
    validateFunction(callback, 'callback');
    for (let i = 0; i < this.#pairs.length; i++) {
      const [name, value] = this.#pairs[i];
      callback.call(thisArg, value, name, this);
    }
  }

  keys() {
    URLSearchParams.#check(this);
    return makeIterator(this, 'keys');
  }

  values() {
    URLSearchParams.#check(this);
    return makeIterator(this, 'values');
  }

  toString() {
    URLSearchParams.#check(this);
    return serialize(this.#pairs);
  }

  [kInspect](depth, options, inspect) {
    URLSearchParams.#check(this);
    if (typeof depth === 'number' && depth < 0) return options.stylize('[Object]', 'special');
    const shown = this.#pairs.map(([name, value]) =>
      `${inspect(name, options)} => ${inspect(value, options)}`);
    return wrapList('URLSearchParams', shown, options);
  }
}

// 'Name { a, b }', or one item a line where that is too long.
function wrapList(name, items, options) {
  if (items.length === 0) return `${name} {}`;
  // eslint-disable-next-line no-control-regex
  const length = items.reduce((sum, item) => sum + item.replace(/\x1b\[\d+m/g, '').length + 2, -2);
  if (length <= options.breakLength) return `${name} { ${items.join(', ')} }`;
  return `${name} {\n  ${items.join(',\n  ')} }`;
}

const iteratorStates = new WeakMap();

function makeIterator(params, kind) {
  const iterator = Object.create(iteratorPrototype);
  iteratorStates.set(iterator, { params, kind, index: 0 });
  return iterator;
}

function select(kind, pair) {
  if (kind === 'keys') return pair[0];
  return kind === 'values' ? pair[1] : [pair[0], pair[1]];
}

const iteratorPrototype = Object.create(
  Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())), {
    next: {
      configurable: true,
      enumerable: true,
      writable: true,
      value: function next() {
        const state = iteratorStates.get(this);
        if (state === undefined) throw new codes.ERR_INVALID_THIS('URLSearchParamsIterator');
        const pairs = pairsOf(state.params);
        if (state.index >= pairs.length) return { value: undefined, done: true };
        return { value: select(state.kind, pairs[state.index++]), done: false };
      },
    },
    [kInspect]: {
      configurable: true,
      value: function inspectIterator(depth, options, inspect) {
        const state = iteratorStates.get(this);
        if (state === undefined) throw new codes.ERR_INVALID_THIS('URLSearchParamsIterator');
        if (typeof depth === 'number' && depth < 0) return options.stylize('[Object]', 'special');
        const rest = pairsOf(state.params).slice(state.index);
        const shown = rest.map((pair) => inspect(select(state.kind, pair), options));
        return wrapList('URLSearchParams Iterator', shown, options);
      },
    },
    [Symbol.toStringTag]: { configurable: true, value: 'URLSearchParams Iterator' },
  });

for (const name of ['append', 'delete', 'get', 'getAll', 'has', 'set', 'size', 'sort', 'entries',
                    'forEach', 'keys', 'values', 'toString']) {
  Object.defineProperty(URLSearchParams.prototype, name, { enumerable: true });
}
Object.defineProperties(URLSearchParams.prototype, {
  [Symbol.toStringTag]: { configurable: true, value: 'URLSearchParams' },
  [Symbol.iterator]: {
    configurable: true, writable: true, value: URLSearchParams.prototype.entries,
  },
});
const { reload } = URLSearchParams;
delete URLSearchParams.reload;

module.exports = {
  URLSearchParams,
  makeSearchParams: (query, update) => new URLSearchParams(kFromURL, query, update),
  reloadSearchParams: reload,
};
