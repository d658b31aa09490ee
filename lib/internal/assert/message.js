'use strict';

// The messages of assertion errors: what was expected, and how the values differ.

const { inspect } = require('internal/util/inspect');
const { kDelete, kInsert, myersDiff } = require('internal/util/myers_diff');
const { colorsOf } = require('internal/util/colors');

const kExpectations = {
  deepStrictEqual: 'Expected values to be strictly deep-equal:',
  partialDeepStrictEqual: 'Expected values to be partially and strictly deep-equal:',
  strictEqual: 'Expected values to be strictly equal:',
  strictEqualObject: 'Expected "actual" to be reference-equal to "expected":',
  deepEqual: 'Expected values to be loosely deep-equal:',
  notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
  notStrictEqual: 'Expected "actual" to be strictly unequal to:',
  notStrictEqualObject: 'Expected "actual" not to be reference-equal to "expected":',
  notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
  notDeepEqualUnequal: 'Expected values not to be loosely deep-equal:',
  sameStructure: 'Values have same structure but are not reference-equal:',
};

const kShort = 12;     // two values up to this length stand on one line
const kContext = 5;    // equal lines shown around a difference
const kMaxLines = 50;
const kMaxText = 512;

function inspectValue(value) {
  return inspect(value, {
    compact: false,
    customInspect: false,
    depth: 1000,
    maxArrayLength: Infinity,
    showHidden: false,
    showProxy: false,
    sorted: true,
    getters: true,
    breakLength: 80,
  });
}

function isReference(value) {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

// What partial equality does not ask for.
function extraLine(value, colors) {
  return `${colors.gray}${colors.hasColors ? ' ' : '+'} ${value}${colors.white}`;
}

// Equal lines between two differences are cut, if that saves more than two.
function diffText(script, colors, isPartial) {
  const lines = [];
  let skipped = false;
  let equal = [];
  const flush = (isLast) => {
    lines.push(...equal.slice(0, kContext));
    const rest = equal.slice(kContext);
    if (!isLast) {
      if (rest.length <= 2) {
        lines.push(...rest);
      } else {
        lines.push(`${colors.blue}...${colors.white}`, rest[rest.length - 1]);
        skipped = true;
      }
    }
    equal = [];
  };
  for (let i = script.length - 1; i >= 0; i--) {
    const [operation, value] = script[i];
    if (operation !== kInsert && operation !== kDelete) {
      equal.push(`${colors.white}  ${value}`);
      continue;
    }
    if (equal.length > 0) flush(false);
    if (operation === kDelete) lines.push(`${colors.red}-${colors.white} ${value}`);
    else if (isPartial) lines.push(extraLine(value, colors));
    else lines.push(`${colors.green}+${colors.white} ${value}`);
  }
  flush(true);
  return { text: `\n${lines.join('\n').trimEnd()}`, skipped };
}

// Two values of one line, at least one of them a primitive.
function simpleText(actual, shownActual, expected, shownExpected, colors) {
  let length = shownActual.length + shownExpected.length;
  if (typeof actual === 'string') length -= 2;
  if (typeof expected === 'string') length -= 2;
  if (length <= kShort && (actual !== 0 || expected !== 0)) {
    return { text: `${shownActual} !== ${shownExpected}`, header: '' };
  }
  return {
    text: `\n${colors.green}+${colors.white} ${shownActual}\n` +
      `${colors.red}-${colors.white} ${shownExpected}${pointer(shownActual, shownExpected)}`,
  };
}

// A caret below the first character that differs, where it is easy to see.
function pointer(shownActual, shownExpected) {
  const width = process.stderr?.isTTY ? process.stderr.columns : 80;
  if (shownActual === shownExpected || shownActual.length + shownExpected.length > width) return '';
  let i = 0;
  while (i < shownActual.length && shownActual[i] === shownExpected[i]) i++;
  return i > 2 ? `\n${' '.repeat(i + 2)}^` : '';
}

function differenceMessage(actual, expected, operator, customMessage, diffKind) {
  const colors = colorsOf(process.stderr);
  if (operator === 'strictEqual' && isReference(actual) && isReference(expected)) {
    operator = 'strictEqualObject';
  }
  const shownActual = inspectValue(actual);
  const shownExpected = inspectValue(expected);
  const linesActual = shownActual.split('\n');
  const linesExpected = shownExpected.split('\n');
  let header = `${colors.green}+ actual${colors.white} ${colors.red}- expected${colors.white}`;
  let skipped = false;
  let text;
  const bothObjects = typeof actual === 'object' && actual !== null &&
    typeof expected === 'object' && expected !== null;
  if (linesActual.length === 1 && linesExpected.length === 1 && !bothObjects) {
    const simple = simpleText(actual, shownActual, expected, shownExpected, colors);
    text = simple.text;
    header = simple.header ?? header;
  } else if (shownActual === shownExpected) {
    operator = 'sameStructure';
    header = '';
    if (linesActual.length > kMaxLines && diffKind !== 'full') {
      text = `${linesActual.slice(0, kMaxLines).join('\n')}\n...}`;
      skipped = true;
    } else {
      text = shownActual;
    }
  } else {
    const script = myersDiff(linesActual, linesExpected, bothObjects || isReference(actual));
    ({ text, skipped } = diffText(script, colors, operator === 'partialDeepStrictEqual'));
  }
  return `${customMessage || kExpectations[operator]}\n${header}` +
    `${skipped ? '\n... Skipped lines' : ''}\n${text}\n`;
}

// For notStrictEqual and notDeepStrictEqual.
function unequalMessage(actual, operator) {
  const which = operator === 'notStrictEqual' && isReference(actual) ?
    'notStrictEqualObject' : operator;
  let lines = inspectValue(actual).split('\n');
  if (lines.length > kMaxLines) lines = [...lines.slice(0, kMaxLines - 4), '...'];
  if (lines.length > 1) return `${kExpectations[which]}\n\n${lines.join('\n')}\n`;
  return `${kExpectations[which]}${lines[0].length > 5 ? '\n\n' : ' '}${lines[0]}`;
}

function cut(text, length) {
  return text.length > length ? `${text.slice(0, length - 3)}...` : text;
}

// For the loose comparisons and any other operator.
function operatorMessage(actual, expected, operator) {
  const left = inspectValue(actual);
  const right = inspectValue(expected);
  if (operator === 'notDeepEqual' && left === right) {
    return cut(`${kExpectations.notDeepEqual}\n\n${left}`, 2 * kMaxText);
  }
  const first = cut(left, kMaxText);
  const second = cut(right, kMaxText);
  if (operator === 'deepEqual') {
    return `${kExpectations.deepEqual}\n\n${first}\n\nshould loosely deep-equal\n\n${second}`;
  }
  if (operator === 'notDeepEqual') {
    return `${kExpectations.notDeepEqualUnequal}\n\n${first}\n\nshould not loosely deep-equal\n\n` +
      second;
  }
  return `${first} ${operator} ${second}`;
}

module.exports = { differenceMessage, operatorMessage, unequalMessage };
