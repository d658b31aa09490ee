'use strict';

// The text of the call `assert.ok(...)` that failed, read from the line of its source.

// Where the call that begins at `start` ends: after the bracket that closes its arguments. -1 where
// the text ends before.
function endOfCall(text, start) {
  let open = 0;
  let previous = '';  // the last significant character, which tells a division from a pattern
  for (let i = start; i < text.length; i++) {
    const char = text[i];
    if (char === '"' || char === "'") {
      i = endOfString(text, i);
    } else if (char === '`') {
      i = endOfTemplate(text, i);
    } else if (char === '/' && text[i + 1] === '/') {
      i = text.indexOf('\n', i);
      if (i === -1) return -1;
      continue;
    } else if (char === '/' && text[i + 1] === '*') {
      i = text.indexOf('*/', i) + 1;
      if (i === 0) return -1;
      continue;
    } else if (char === '/' && !/[\w$)\]}'"`]/.test(previous)) {
      i = endOfPattern(text, i);
    } else if (char === '(' || char === '[' || char === '{') {
      open++;
    } else if (char === ')' || char === ']' || char === '}') {
      open--;
      if (open === 0 && char === ')') return i + 1;
    }
    if (i === -1) return -1;
    if (!/\s/.test(char)) previous = char;
  }
  return -1;
}

function endOfString(text, i) {
  const quote = text[i];
  for (i++; i < text.length && text[i] !== quote; i++) if (text[i] === '\\') i++;
  return i < text.length ? i : -1;
}

function endOfTemplate(text, i) {
  for (i++; i < text.length && text[i] !== '`'; i++) {
    if (text[i] === '\\') {
      i++;
    } else if (text[i] === '$' && text[i + 1] === '{') {
      let open = 1;
      for (i += 2; i < text.length && open > 0; i++) {
        if (text[i] === '`') i = endOfTemplate(text, i);
        else if (text[i] === '{') open++;
        else if (text[i] === '}') open--;
        if (i === -1) return -1;
      }
      i--;
    }
  }
  return i < text.length ? i : -1;
}

function endOfPattern(text, i) {
  let inClass = false;
  for (i++; i < text.length && (text[i] !== '/' || inClass); i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '[') inClass = true;
    else if (text[i] === ']') inClass = false;
    else if (text[i] === '\n') return -1;
  }
  return i < text.length ? i : -1;
}

// The file, line and column of the caller of `fn`.
function callerOf(fn) {
  const { prepareStackTrace, stackTraceLimit } = Error;
  const place = {};
  Error.stackTraceLimit = 1;
  Error.prepareStackTrace = (_, sites) => sites;
  Error.captureStackTrace(place, fn);
  const [site] = place.stack ?? [];
  Error.prepareStackTrace = prepareStackTrace;
  Error.stackTraceLimit = stackTraceLimit;
  return site;
}

function readSource(name) {
  const { readFileSync } = require('fs');
  return readFileSync(name.startsWith('file://') ? new URL(name) : name, 'utf8');
}

// The whole call begins where its function does, as in `assert.ok(` or `assert['ok'](`; V8 gives
// the place of the last name or bracket.
function startOfCall(line, column) {
  return column - /(?:[\w$.?]|\[[^[\]]*\])*$/.exec(line.slice(0, column))[0].length;
}

// Undefined where the source cannot be had. A call that goes on in the next line is cut.
function failedExpression(fn) {
  const site = callerOf(fn);
  const name = site?.getFileName();
  if (!name || name.startsWith('node:') || site.isEval()) return undefined;
  try {
    const line = readSource(name).split('\n', site.getLineNumber())[site.getLineNumber() - 1];
    const text = line.slice(startOfCall(line, site.getColumnNumber() - 1));
    const end = endOfCall(text, 0);
    return `  ${end === -1 ? text.trimEnd() : text.slice(0, end)}`;
  } catch {
    return undefined;
  }
}

module.exports = { failedExpression };
