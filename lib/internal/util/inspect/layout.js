'use strict';

// How the parts of one value are set out: on one line, one to a line, or in columns.

const { getStringWidth, stripVTControlCharacters } = require('internal/util/inspect/strings');

const kObject = 0;        // keys only
const kArrayEntries = 1;  // an entry of an array, no key
const kArray = 2;         // an array with its extra keys

const kGap = 2;  // the ', ' between two entries
const kMaxColumns = 15;

function fits(ctx, parts, start, base) {
  let total = parts.length + start;
  if (total + parts.length > ctx.breakLength) return false;
  for (const part of parts) {
    total += ctx.colors ? stripVTControlCharacters(part).length : part.length;
    if (total > ctx.breakLength) return false;
  }
  return base === '' || !base.includes('\n');
}

// Many short entries of an array stand in columns, about as wide as they are high.
function inColumns(ctx, parts, value) {
  // The line that says how many more there are stands alone.
  const count = ctx.maxArrayLength < parts.length ? parts.length - 1 : parts.length;
  const widths = [];
  let total = 0;
  let widest = 0;
  for (let i = 0; i < count; i++) {
    const width = ctx.colors ? getStringWidth(parts[i]) : getStringWidth(parts[i], false);
    widths.push(width);
    total += width + kGap;
    if (width > widest) widest = width;
  }
  const cell = widest + kGap;
  if (cell * 3 + ctx.indentationLvl >= ctx.breakLength || (total / cell <= 5 && widest > 6)) {
    return parts;
  }
  const bias = Math.sqrt(cell - total / parts.length);
  const biased = Math.max(cell - 3 - bias, 1);
  const columns = Math.min(
    Math.round(Math.sqrt(2.5 * biased * count) / biased),
    Math.floor((ctx.breakLength - ctx.indentationLvl) / cell),
    ctx.compact * 4,
    kMaxColumns);
  if (columns <= 1) return parts;

  const lineWidths = [];
  for (let c = 0; c < columns; c++) {
    let width = 0;
    for (let i = c; i < count; i += columns) width = Math.max(width, widths[i]);
    lineWidths.push(width + kGap);
  }
  const alignRight = value !== undefined && allNumbers(value, parts.length);
  const lines = [];
  for (let first = 0; first < count; first += columns) {
    const last = Math.min(first + columns, count) - 1;
    let line = '';
    for (let i = first; i < last; i++) {
      const cellText = `${parts[i]}, `;
      const padded = lineWidths[i - first] + parts[i].length - widths[i];
      line += alignRight ? cellText.padStart(padded) : cellText.padEnd(padded);
    }
    const padded = lineWidths[last - first] + parts[last].length - widths[last] - kGap;
    lines.push(line + (alignRight ? parts[last].padStart(padded) : parts[last]));
  }
  if (count < parts.length) lines.push(parts[count]);
  return lines;
}

function allNumbers(value, count) {
  for (let i = 0; i < count; i++) {
    if (typeof value[i] !== 'number' && typeof value[i] !== 'bigint') return false;
  }
  return true;
}

// parts: the formatted entries; base: what stands before the braces; kind: kObject or kArray.
function combine(ctx, parts, base, braces, kind, depth, value) {
  const [open, close] = braces;
  if (ctx.compact === true) return combineTightly(ctx, parts, base, open, close);
  const lead = base === '' ? '' : `${base} `;
  if (typeof ctx.compact === 'number' && ctx.compact >= 1) {
    const count = parts.length;
    if (kind === kArray && count > 6) parts = inColumns(ctx, parts, value);
    // Only the innermost levels share a line, and only what was not set in columns.
    if (ctx.currentDepth - depth < ctx.compact && count === parts.length) {
      const start = parts.length + ctx.indentationLvl + open.length + base.length + 10;
      if (fits(ctx, parts, start, base)) {
        const line = parts.join(', ');
        if (!line.includes('\n')) return `${lead}${open} ${line} ${close}`;
      }
    }
  }
  const newLine = `\n${' '.repeat(ctx.indentationLvl)}`;
  return `${lead}${open}${newLine}  ${parts.join(`,${newLine}  `)}${newLine}${close}`;
}

function combineTightly(ctx, parts, base, open, close) {
  if (fits(ctx, parts, 0, base)) {
    return `${open}${base === '' ? '' : ` ${base}`} ${parts.join(', ')} ${close}`;
  }
  const newLine = `\n${' '.repeat(ctx.indentationLvl)}`;
  const first = base === '' && open.length === 1 ? ' ' :
    `${base === '' ? '' : ` ${base}`}\n${newLine.slice(1)}  `;
  return `${open}${first}${parts.join(`,\n${newLine.slice(1)}  `)} ${close}`;
}

module.exports = { combine, kArray, kArrayEntries, kObject };
