'use strict';

// How util.inspect shows a Buffer: <Buffer 01 02 ... 3 more bytes>, with own properties if any.

function inspectBuffer(buffer, context, maxBytes) {
  const shown = Math.min(maxBytes, buffer.length);
  const hidden = buffer.length - shown;
  let text = buffer.hexSlice(0, shown).replace(/(.{2})/g, '$1 ').trim();
  if (hidden > 0) text += ` ... ${hidden} more byte${hidden > 1 ? 's' : ''}`;
  if (context) text += inspectExtras(buffer, context, text !== '');
  const name = buffer.constructor?.name ?? 'Buffer';
  return `<${name} ${text}>`;
}

function inspectExtras(buffer, context, follows) {
  const { inspect } = require('internal/util/inspect');
  const extras = { __proto__: null };
  let any = false;
  const keys = context.showHidden ? Reflect.ownKeys(buffer) : Object.keys(buffer);
  for (const key of keys) {
    if (typeof key === 'string' && /^(?:0|[1-9]\d*)$/.test(key)) continue;
    any = true;
    extras[key] = buffer[key];
  }
  if (!any) return '';
  // `[Object: null prototype] { a: 1 }` without its frame.
  const shown = inspect(extras, { ...context, breakLength: Infinity, compact: true });
  return (follows ? ', ' : '') + shown.slice(27, -2);
}

module.exports = { inspectBuffer };
