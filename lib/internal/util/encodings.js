'use strict';

// The names of the Buffer encodings.

// The canonical name, or undefined where there is no such encoding. No name means utf8.
function normalizeEncoding(name) {
  if (name === undefined || name === null || name === 'utf8' || name === 'utf-8') return 'utf8';
  if (typeof name !== 'string') return name === '' ? 'utf8' : undefined;
  return canonical(name) ?? canonical(name.toLowerCase());
}

function canonical(name) {
  switch (name) {
    case '':
    case 'utf8':
    case 'utf-8':
      return 'utf8';
    case 'ucs2':
    case 'ucs-2':
    case 'utf16le':
    case 'utf-16le':
      return 'utf16le';
    case 'latin1':
    case 'binary':
      return 'latin1';
    case 'ascii':
    case 'base64':
    case 'base64url':
    case 'hex':
      return name;
    default:
      return undefined;
  }
}

module.exports = { normalizeEncoding };
