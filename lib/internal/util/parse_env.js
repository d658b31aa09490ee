'use strict';

// The text of an .env file as an object of names and values.

const { validateString } = require('internal/validators');

const kQuotes = '"\'`';

function parseEnv(content) {
  validateString(content, 'content');
  const result = {};
  let rest = content.replaceAll('\r\n', '\n').replace(/^[ \t\n]+|[ \t\n]+$/g, '');
  while (rest !== '') {
    const end = rest.indexOf('\n');
    const line = end === -1 ? rest : rest.slice(0, end);
    const after = end === -1 ? '' : rest.slice(end + 1);
    const equals = line.indexOf('=');
    if (line.trimStart().startsWith('#') || equals === -1) {
      rest = after;
      continue;
    }
    let key = line.slice(0, equals).replace(/^[ \t]+|[ \t]+$/g, '');
    if (key.startsWith('export ')) key = key.slice(7).trim();
    if (key === '') {
      rest = after;
      continue;
    }
    [result[key], rest] = readValue(rest.slice(equals + 1));
  }
  return result;
}

// The value at the beginning of `text`, and what follows its line.
function readValue(text) {
  if (text === '' || text[0] === '\n') return ['', text.slice(1)];
  text = text.trimStart();
  if (kQuotes.includes(text[0] ?? ' ')) {
    const close = text.indexOf(text[0], 1);
    if (close !== -1) {
      const inner = text.slice(1, close);
      const value = text[0] === '"' ? inner.replaceAll('\\n', '\n') : inner;
      return [value, afterLine(text.slice(close + 1))];
    }
  }
  const end = text.indexOf('\n');
  let value = end === -1 ? text : text.slice(0, end);
  const comment = value.indexOf('#');
  if (comment !== -1) value = value.slice(0, comment);
  return [value.trim(), afterLine(text)];
}

function afterLine(text) {
  const end = text.indexOf('\n');
  return end === -1 ? '' : text.slice(end + 1);
}

module.exports = { parseEnv };
