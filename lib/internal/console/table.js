'use strict';

// console.table: rows and columns as a box.

const native = binding('util');
const types = require('internal/util/types');
const { getStringWidth } = require('internal/util/inspect/strings');
const { inspect } = require('internal/util/inspect');

const kIndex = '(index)';
const kIteration = '(iteration index)';
const kKey = 'Key';
const kValues = 'Values';

function line(left, middle, right, widths) {
  return left + widths.map((width) => '─'.repeat(width)).join(middle) + right;
}

function row(cells, widths) {
  const padded = cells.map(
    (cell, i) => ` ${cell}${' '.repeat(widths[i] - getStringWidth(cell) - 1)}`);
  return `│${padded.join('│')}│`;
}

// head: titles; columns: lists of texts, which may have holes.
function drawTable(head, columns) {
  const height = Math.max(...columns.map((column) => column.length));
  const rows = Array.from({ length: height }, (_, i) => columns.map((column) => column[i] ?? ''));
  const widths = head.map((title, i) => Math.max(
    getStringWidth(title), ...rows.map((cells) => getStringWidth(cells[i]))) + 2);
  return [
    line('┌', '┬', '┐', widths),
    row(head, widths),
    line('├', '┼', '┤', widths),
    ...rows.map((cells) => row(cells, widths)),
    line('└', '┴', '┘', widths),
  ].join('\n');
}

function numbers(length) {
  return Array.from({ length }, (_, i) => String(i));
}

function pairsTable(keys, values) {
  return drawTable([kIteration, kKey, kValues], [numbers(keys.length), keys, values]);
}

function listTable(values) {
  return drawTable([kIteration, kValues], [numbers(values.length), values]);
}

// Maps, sets and their iterators; undefined for other data.
function iterationTable(data, show) {
  if (types.isMap(data)) {
    return pairsTable([...data.keys()].map(show), [...data.values()].map(show));
  }
  if (types.isSet(data)) return listTable([...data].map(show));
  if (!types.isMapIterator(data) && !types.isSetIterator(data)) return undefined;
  const [items, isKeyValue] = native.previewEntries(data);
  if (!isKeyValue) return listTable(items.map(show));
  if (types.isSetIterator(data)) return listTable(items.filter((_, i) => i % 2 === 0).map(show));
  return pairsTable(items.filter((_, i) => i % 2 === 0).map(show),
                    items.filter((_, i) => i % 2 === 1).map(show));
}

// One row for each property of data, one column for each property of the rows.
function objectTable(data, properties, show) {
  const columns = new Map();
  const values = [];
  const names = Object.keys(data);
  for (const [i, name] of names.entries()) {
    const item = data[name];
    const isPrimitive = item === null || (typeof item !== 'function' && typeof item !== 'object');
    if (isPrimitive && properties === undefined) {
      values[i] = show(item);
      continue;
    }
    for (const key of properties ?? Object.keys(item)) {
      if (!columns.has(key)) columns.set(key, []);
      columns.get(key)[i] = isPrimitive || !Object.hasOwn(item, key) ? '' : show(item[key]);
    }
  }
  const head = [kIndex, ...[...columns.keys()].map(String)];
  const lists = [names, ...columns.values()];
  if (values.length > 0) {
    head.push(kValues);
    lists.push(values);
  }
  return drawTable(head, lists);
}

function tableText(data, properties, inspectOptions) {
  const show = (value) => {
    const isLarge = value !== null && typeof value === 'object' && !Array.isArray(value) &&
      Object.keys(value).length > 2;
    return inspect(value, {
      maxArrayLength: 3, breakLength: Infinity, ...inspectOptions, depth: isLarge ? -1 : 0,
    });
  };
  return iterationTable(data, show) ?? objectTable(data, properties, show);
}

module.exports = { tableText };
