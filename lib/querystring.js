'use strict';

const { codes } = require('internal/errors');
const { FastBuffer } = require('internal/buffer/memory');
require('buffer');

function hexDigit(code) {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 0x20;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

// The bytes of a string with its %XX decoded; whatever is not such a sequence stays.
function unescapeBuffer(string, decodeSpaces) {
  const out = new FastBuffer(string.length);
  let size = 0;
  for (let i = 0; i < string.length; i++) {
    let code = string.charCodeAt(i);
    if (code === 37 && i + 2 < string.length) {
      const high = hexDigit(string.charCodeAt(i + 1));
      const low = hexDigit(string.charCodeAt(i + 2));
      if (high >= 0 && low >= 0) {
        code = high * 16 + low;
        i += 2;
      }
    } else if (decodeSpaces && code === 43) {
      code = 32;
    }
    out[size++] = code;
  }
  return size === out.length ? out : out.slice(0, size);
}

function unescape(string, decodeSpaces) {
  try {
    return decodeURIComponent(string);
  } catch {
    return module.exports.unescapeBuffer(string, decodeSpaces).toString();
  }
}

function escape(value) {
  if (typeof value !== 'string') {
    value = typeof value === 'object' ? String(value) : `${value}`;
  }
  if (/^[\w\-.!~*'()]*$/.test(value)) return value;
  try {
    return encodeURIComponent(value);
  } catch {
    return encodeSurrogates(value);
  }
}

// A high surrogate takes whatever unit follows it as its low one; only at the end it is an error.
function encodeSurrogates(string) {
  let out = '';
  for (let i = 0; i < string.length; i++) {
    const unit = string.charCodeAt(i);
    if (unit < 0xd800 || unit > 0xdfff) {
      out += encodeURIComponent(string[i]);
      continue;
    }
    if (++i >= string.length) throw new codes.ERR_INVALID_URI();
    const low = string.charCodeAt(i) & 0x3ff;
    out += encodeURIComponent(String.fromCodePoint(0x10000 + (((unit & 0x3ff) << 10) | low)));
  }
  return out;
}

function primitiveText(value) {
  switch (typeof value) {
    case 'string': return value;
    case 'number': return Number.isFinite(value) ? `${value}` : '';
    case 'bigint':
    case 'boolean': return `${value}`;
    default: return '';
  }
}

function stringify(object, separator, equals, options) {
  if (object === null || typeof object !== 'object') return '';
  separator ||= '&';
  equals ||= '=';
  const custom = options?.encodeURIComponent;
  const encode = typeof custom === 'function' ? custom : module.exports.escape;
  const encoded = (value) => {
    const text = primitiveText(value);
    return text.length > 0 || encode === custom ? encode(text) : '';
  };
  const fields = [];
  for (const key of Object.keys(object)) {
    const value = object[key];
    const start = encoded(key) + equals;
    if (Array.isArray(value)) {
      for (const item of value) fields.push(start + encoded(item));
    } else {
      fields.push(start + encoded(value));
    }
  }
  return fields.join(separator);
}

function decodeWith(decode, text) {
  try {
    return decode(text);
  } catch {
    return unescape(text, true);
  }
}

function parse(query, separator, equals, options) {
  const result = { __proto__: null };
  if (typeof query !== 'string' || query.length === 0) return result;
  separator = separator ? `${separator}` : '&';
  equals = equals ? `${equals}` : '=';
  const max = typeof options?.maxKeys === 'number' ? options.maxKeys : 1000;
  let left = max > 0 ? max : Infinity;
  const custom = typeof options?.decodeURIComponent === 'function' ?
    options.decodeURIComponent : module.exports.unescape;
  const plain = custom === unescape;
  const decode = (text) => {
    if (text === '') return text;
    if (text.includes('+')) text = text.replaceAll('+', plain ? ' ' : '%20');
    return plain && !/%[0-9a-f]{2}/i.test(text) ? text : decodeWith(custom, text);
  };
  let start = 0;
  while (start <= query.length && left > 0) {
    let end = query.indexOf(separator, start);
    if (end === -1) end = query.length;
    if (end > start) {
      const middle = query.indexOf(equals, start);
      const hasValue = middle !== -1 && middle + equals.length <= end;
      const key = decode(query.slice(start, hasValue ? middle : end));
      const value = hasValue ? decode(query.slice(middle + equals.length, end)) : '';
      add(result, key, value);
    }
    left--;
    start = end + separator.length;
  }
  return result;
}

function add(result, key, value) {
  const known = result[key];
  if (known === undefined) result[key] = value;
  else if (Array.isArray(known)) known.push(value);
  else result[key] = [known, value];
}

module.exports = {
  unescapeBuffer,
  unescape,
  escape,
  stringify,
  encode: stringify,
  parse,
  decode: parse,
};
