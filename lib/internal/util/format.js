'use strict';

// util.format and util.formatWithOptions: printf-like text.

const native = binding('util');
const { inspect } = require('internal/util/inspect');
const { bigintText, numberText } = require('internal/util/inspect/value');
const { hasOwn, isBuiltIn } = require('internal/util/inspect/names');
const { validateObject } = require('internal/validators');

// Whether String(value) would only say '[object Object]' or the like.
function hasBuiltInToString(value) {
  const proxy = native.getProxyDetails(value);
  if (proxy !== undefined) {
    if (proxy[0] === null) return true;
    value = proxy[0];
  }
  if (typeof value[Symbol.toPrimitive] === 'function' && !native.isDate(value) &&
      !native.isSymbolObject(value)) {
    return false;
  }
  if (typeof value.toString !== 'function') return true;
  if (hasOwn(value, 'toString')) return false;
  let proto = value;
  do {
    proto = Object.getPrototypeOf(proto);
  } while (!hasOwn(proto, 'toString'));
  const maker = Object.getOwnPropertyDescriptor(proto, 'constructor');
  return typeof maker?.value === 'function' && isBuiltIn(maker.value.name);
}

function asString(value, options) {
  if (typeof value === 'number') return numberText(value, options?.numericSeparator);
  if (typeof value === 'bigint') return bigintText(value, options?.numericSeparator);
  if (typeof value !== 'object' || value === null || !hasBuiltInToString(value)) {
    return String(value);
  }
  return inspect(value, { ...options, depth: 0, colors: false, compact: 3 });
}

function asNumber(value, options) {
  if (typeof value === 'bigint') return bigintText(value, options?.numericSeparator);
  if (typeof value === 'symbol') return 'NaN';
  return numberText(Number(value), options?.numericSeparator);
}

function asInteger(value, options) {
  if (typeof value === 'bigint') return bigintText(value, options?.numericSeparator);
  if (typeof value === 'symbol') return 'NaN';
  return numberText(Number.parseInt(value), options?.numericSeparator);
}

function asFloat(value, options) {
  return typeof value === 'symbol' ? 'NaN' :
    numberText(Number.parseFloat(value), options?.numericSeparator);
}

let circularMessage;
function asJson(value) {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (circularMessage === undefined) {
      try {
        const a = {};
        a.a = a;
        JSON.stringify(a);
      } catch ({ message }) {
        [circularMessage] = message.split('\n', 1);
      }
    }
    if (error.name === 'TypeError' && error.message.split('\n', 1)[0] === circularMessage) {
      return '[Circular]';
    }
    throw error;
  }
}

// The text for `%letter`; undefined where there is no such directive.
function directive(letter, value, options) {
  switch (letter) {
    case 's': return asString(value, options);
    case 'd': return asNumber(value, options);
    case 'i': return asInteger(value, options);
    case 'f': return asFloat(value, options);
    case 'j': return `${asJson(value)}`;
    case 'O': return inspect(value, options);
    case 'o':
      return inspect(value, { ...options, showHidden: true, showProxy: true, depth: 4 });
    case 'c': return '';
    default: return undefined;
  }
}

function formatArgs(options, args) {
  const first = args[0];
  if (args.length === 1) return typeof first === 'string' ? first : inspect(first, options);
  let out = '';
  let next = 0;
  let gap = '';
  if (typeof first === 'string') {
    next = 1;
    let from = 0;
    for (let at = first.indexOf('%'); at !== -1 && at < first.length - 1;) {
      const letter = first[at + 1];
      let text;
      if (letter === '%') text = '%';
      else if (next < args.length) text = directive(letter, args[next], options);
      if (text === undefined) {  // left as it stands
        at = first.indexOf('%', at + 1);
        continue;
      }
      if (letter !== '%') next++;
      out += first.slice(from, at) + text;
      from = at + 2;
      at = first.indexOf('%', from);
    }
    out += first.slice(from);
    gap = ' ';
  }
  for (; next < args.length; next++) {
    const value = args[next];
    out += gap + (typeof value === 'string' ? value : inspect(value, options));
    gap = ' ';
  }
  return out;
}

function format(...args) {
  return formatArgs(undefined, args);
}

function formatWithOptions(inspectOptions, ...args) {
  validateObject(inspectOptions, 'inspectOptions', 2);
  return formatArgs(inspectOptions, args);
}

module.exports = { format, formatWithOptions };
