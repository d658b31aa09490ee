'use strict';

// Whether a stream gets colors, and the few that lib/ itself writes.

function shouldColorize(stream) {
  if (process.env.FORCE_COLOR !== undefined) {
    return require('internal/tty').getColorDepth(process.env) > 2;
  }
  return Boolean(stream?.isTTY && (typeof stream.getColorDepth !== 'function' ||
    stream.getColorDepth() > 2));
}

// Escape codes where stderr takes colors, else empty.
function colorsOf(stream) {
  const on = shouldColorize(stream);
  const code = (text) => (on ? `\u001b[${text}m` : '');
  return {
    blue: code('34'),
    gray: code('90'),
    green: code('32'),
    red: code('31'),
    white: code('39'),
    clear: on ? '\u001bc' : '',
    hasColors: on,
  };
}

module.exports = { colorsOf, shouldColorize };
