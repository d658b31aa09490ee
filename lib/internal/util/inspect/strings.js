'use strict';

// Text as util.inspect shows it: quotes and escapes, and how many columns it takes.

// Control characters, and halves of surrogate pairs that stand alone.
const kLone = '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]';
const kEscapeSingle = new RegExp(`[\\x00-\\x1f\\x27\\x5c\\x7f-\\x9f]|${kLone}`);
const kEscapeSingleAll = new RegExp(kEscapeSingle, 'g');
const kEscapeOther = new RegExp(`[\\x00-\\x1f\\x5c\\x7f-\\x9f]|${kLone}`);
const kEscapeOtherAll = new RegExp(kEscapeOther, 'g');

const kShort = {
  '\b': '\\b', '\t': '\\t', '\n': '\\n', '\f': '\\f', '\r': '\\r', '\'': "\\'", '\\': '\\\\',
};

function escapeOne(char) {
  const short = kShort[char];
  if (short !== undefined) return short;
  const code = char.charCodeAt(0);
  return code < 256 ? `\\x${code.toString(16).toUpperCase().padStart(2, '0')}` :
    `\\u${code.toString(16)}`;
}

// 'text' in the kind of quotes that needs least escaping.
function quote(text) {
  if (!text.includes("'")) {
    return `'${escape(text)}'`;
  }
  let mark = "'";
  if (!text.includes('"')) mark = '"';
  else if (!text.includes('`') && !text.includes('${')) mark = '`';
  const [test, all] = mark === "'" ?
    [kEscapeSingle, kEscapeSingleAll] : [kEscapeOther, kEscapeOtherAll];
  return `${mark}${test.test(text) ? text.replace(all, escapeOne) : text}${mark}`;
}

// Escapes without quotes, for symbols.
function escape(text) {
  return kEscapeSingle.test(text) ? text.replace(kEscapeSingleAll, escapeOne) : text;
}

const kAnsi = new RegExp(
  '[\\u001B\\u009B][[\\]()#;?]*(?:' +
  '(?:(?:(?:;[-a-zA-Z\\d\\/\\#&.:=?%@~_]+)*|[a-zA-Z\\d]+(?:;[-a-zA-Z\\d\\/\\#&.:=?%@~_]*)*)?' +
  '(?:\\u0007|\\u001B\\u005C|\\u009C))' +
  '|(?:(?:\\d{1,4}(?:;\\d{0,4})*)?[\\dA-PR-TZcf-nq-uy=><~]))', 'g');

function stripVTControlCharacters(text) {
  return text.includes('\u001B') || text.includes('\u009B') ? text.replace(kAnsi, '') : text;
}

function isFullWidth(code) {
  return code >= 0x1100 && (
    code <= 0x115f || code === 0x2329 || code === 0x232a ||
    (code >= 0x2e80 && code <= 0x3247 && code !== 0x303f) ||
    (code >= 0x3250 && code <= 0x4dbf) || (code >= 0x4e00 && code <= 0xa4c6) ||
    (code >= 0xa960 && code <= 0xa97c) || (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe10 && code <= 0xfe19) ||
    (code >= 0xfe30 && code <= 0xfe6b) || (code >= 0xff01 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) || (code >= 0x1b000 && code <= 0x1b001) ||
    (code >= 0x1f200 && code <= 0x1f251) || (code >= 0x1f300 && code <= 0x1f64f) ||
    (code >= 0x1f680 && code <= 0x1f6ff) || (code >= 0x1f900 && code <= 0x1f9ff) ||
    (code >= 0x20000 && code <= 0x3fffd));
}

const kZeroWidth = /^[\p{Cc}\p{Me}\p{Mn}\p{Cf}\ufe00-\ufe0f\ufe20-\ufe2f]$/u;

const kPlainAscii = /^[\x20-\x7e]*$/;

// Columns on a terminal.
function getStringWidth(text, removeControlChars = true) {
  if (kPlainAscii.test(text)) return text.length;
  if (removeControlChars) text = stripVTControlCharacters(text);
  let width = 0;
  for (const char of text.normalize('NFC')) {
    const code = char.codePointAt(0);
    if (isFullWidth(code)) width += 2;
    else if (code >= 0x20 && code < 0x7f) width++;
    else if (!kZeroWidth.test(char)) width++;
  }
  return width;
}

module.exports = { escape, getStringWidth, quote, stripVTControlCharacters };
