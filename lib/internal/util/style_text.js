'use strict';

const { codes } = require('internal/errors');
const { validateBoolean, validateOneOf, validateString } = require('internal/validators');
const { inspect } = require('internal/util/inspect');

const kHex = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

// [open, close] codes of one format.
function codesOf(format) {
  if (format === 'none') return undefined;
  if (typeof format === 'string' && format[0] === '#') {
    if (!kHex.test(format)) {
      throw new codes.ERR_INVALID_ARG_VALUE(
        'format', format, 'must be a valid hex color (#RGB or #RRGGBB)');
    }
    const hex = format.length === 4 ? format.slice(1).replace(/./g, '$&$&') : format.slice(1);
    const rgb = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    return [`38;2;${rgb.join(';')}`, '39'];
  }
  const found = inspect.colors[format];
  if (found === undefined) {
    validateOneOf(format, 'format', Object.getOwnPropertyNames(inspect.colors));
  }
  return found;
}

function isStream(value) {
  if (value === null || typeof value !== 'object') return false;
  return typeof value.pipe === 'function' || typeof value.write === 'function' ||
    typeof value.getReader === 'function' || typeof value.getWriter === 'function';
}

// Text inside that ends the same style must not end it for the rest: it is opened again. The end of
// bold and of dim is the same code, so there both stand.
function applyStyle(text, [open, close]) {
  const start = `\u001b[${open}m`;
  const end = `\u001b[${close}m`;
  const again = Number(close) === 22 ? end + start : start;
  return start + text.replaceAll(end, again) + end;
}

function styleText(format, text, options = undefined) {
  const { validateStream = true, stream = process.stdout } = options ?? {};
  validateString(text, 'text');
  if (options !== undefined) {
    require('internal/validators').validateObject(options, 'options');
    validateBoolean(validateStream, 'options.validateStream');
  }
  const styles = (Array.isArray(format) ? format : [format]).map(codesOf);
  if (validateStream) {
    if (!isStream(stream)) {
      throw new codes.ERR_INVALID_ARG_TYPE(
        'stream', ['ReadableStream', 'WritableStream', 'Stream'], stream);
    }
    if (!require('internal/util/colors').shouldColorize(stream)) return text;
  }
  return styles.reduceRight((styled, style) => (style ? applyStyle(styled, style) : styled), text);
}

module.exports = { styleText };
