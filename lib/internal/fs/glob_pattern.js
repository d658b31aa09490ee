'use strict';

// Glob patterns: expand() turns one into alternatives without braces; segments() splits such a one
// into what its parts between slashes match: kGlobstar, a literal string or a RegExp.

const kGlobstar = Symbol('**');

// The alternatives of the first brace group that has any, or undefined.
function splitBraces(text) {
  for (let start = text.indexOf('{'); start >= 0; start = text.indexOf('{', start + 1)) {
    if (text[start - 1] === '\\') continue;
    const group = braceGroup(text, start);
    if (group !== undefined) return { start, ...group };
  }
  return undefined;
}

function braceGroup(text, start) {
  const parts = [];
  let depth = 0;
  let from = start + 1;
  for (let i = start; i < text.length; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === '{') depth++;
    else if (c === ',' && depth === 1) {
      parts.push(text.slice(from, i));
      from = i + 1;
    } else if (c === '}' && --depth === 0) {
      const last = text.slice(from, i);
      const options = parts.length === 0 ? sequence(last) : [...parts, last];
      return options && { end: i + 1, options };
    }
  }
  return undefined;
}

// {1..5}, {a..e}, {1..9..2}
function sequence(text) {
  const match = /^(?:(-?\d+)\.\.(-?\d+)|([A-Za-z])\.\.([A-Za-z]))(?:\.\.(-?\d+))?$/.exec(text);
  if (match === null) return undefined;
  const letters = match[3] !== undefined;
  const from = letters ? match[3].charCodeAt(0) : Number(match[1]);
  const to = letters ? match[4].charCodeAt(0) : Number(match[2]);
  const step = Math.max(Math.abs(Number(match[5] ?? 1)), 1) * (from <= to ? 1 : -1);
  const padded = !letters && [match[1], match[2]].some((number) => /^-?0\d/.test(number));
  const width = padded ? Math.max(match[1].length, match[2].length) : 0;
  const result = [];
  for (let n = from; step > 0 ? n <= to : n >= to; n += step) {
    result.push(letters ? String.fromCharCode(n) : pad(n, width));
  }
  return result;
}

const pad = (n, width) =>
  (n < 0 ? `-${String(-n).padStart(width - 1, '0')}` : String(n).padStart(width, '0'));

function expand(text) {
  const group = splitBraces(text);
  if (group === undefined) return [text];
  const before = text.slice(0, group.start);
  const after = text.slice(group.end);
  return group.options.flatMap((option) => expand(before + option + after));
}

const kClasses = {
  __proto__: null,
  alnum: '\\p{L}\\p{Nl}\\p{Nd}',
  alpha: '\\p{L}\\p{Nl}',
  ascii: '\\x00-\\x7f',
  blank: '\\p{Zs}\\t',
  cntrl: '\\p{Cc}',
  digit: '\\p{Nd}',
  graph: '\\x21-\\x7e',
  lower: '\\p{Ll}',
  print: '\\x20-\\x7e',
  punct: '\\p{P}',
  space: '\\p{Z}\\t\\r\\n\\v\\f',
  upper: '\\p{Lu}',
  word: '\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}',
  xdigit: 'A-Fa-f0-9',
};

const escapeText = (text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

// Translates one segment. `source` is undefined where it is plain text.
class SegmentParser {
  constructor(text) {
    this.text = text;
    this.i = 0;
    this.magic = false;
    this.plain = '';
  }

  parse(end) {
    let source = '';
    while (this.i < this.text.length) {
      const c = this.text[this.i];
      if (end && (c === '|' || c === ')')) break;
      source += this.one(c);
    }
    return source;
  }

  one(c) {
    if ('?*+@!'.includes(c) && this.text[this.i + 1] === '(' && this.closes(this.i + 1)) {
      return this.group(c);
    }
    this.i++;
    switch (c) {
      case '*':
        while (this.text[this.i] === '*') this.i++;
        this.magic = true;
        return '[^/]*?';
      case '?':
        this.magic = true;
        return '[^/]';
      case '[':
        return this.set();
      case '\\':
        return this.literal(this.text[this.i++] ?? '\\');
      default:
        return this.literal(c);
    }
  }

  literal(c) {
    this.plain += c;
    return escapeText(c);
  }

  closes(from) {
    let depth = 0;
    for (let i = from; i < this.text.length; i++) {
      if (this.text[i] === '\\') i++;
      else if (this.text[i] === '(') depth++;
      else if (this.text[i] === ')' && --depth === 0) return true;
    }
    return false;
  }

  // ?(a|b) *(a|b) +(a|b) @(a|b) !(a|b)
  group(kind) {
    this.magic = true;
    this.i += 2;
    const options = [this.parse(true)];
    while (this.text[this.i] === '|') {
      this.i++;
      options.push(this.parse(true));
    }
    this.i++;
    const any = options.join('|');
    if (kind !== '!') return `(?:${any})${kind === '@' ? '' : kind}`;
    const rest = new SegmentParser(this.text.slice(this.i)).parse(false);
    return `(?!(?:${any})${rest}$)[^/]*?`;
  }

  // [abc], [!a-z], [[:alpha:]_]
  set() {
    const match = /^([!^]?)(\]?(?:\[:\w+:\]|\\.|[^\]\\])*)\]/u.exec(this.text.slice(this.i));
    if (match === null) return this.literal('[');
    const [whole, negated, body] = match;
    const inside = body.replace(/\[:(\w+):\]|\\(.)|([\\[\]^])/gu, (text, name, escaped, special) => {
      if (name !== undefined) return kClasses[name] ?? escapeText(text);
      return escapeText(escaped ?? special);
    });
    this.i += whole.length;
    this.magic = true;
    return `[${negated ? '^' : ''}${inside}]`;
  }
}

// A leading dot is matched by a leading dot only.
function compileSegment(text) {
  if (text === '**') return kGlobstar;
  const parser = new SegmentParser(text);
  const source = parser.parse(false);
  if (!parser.magic) return parser.plain;
  const dots = text.startsWith('.') ? '(?!\\.{1,2}$)' : '(?!\\.)';
  const nonEmpty = '(?=.)';
  try {
    return new RegExp(`^${dots}${nonEmpty}${source}$`, 'su');
  } catch {
    return text;
  }
}

// { absolute, directory, parts } of a pattern without braces. `directory`: it ends in a slash.
function compile(pattern) {
  const absolute = pattern.startsWith('/');
  const directory = pattern.length > 1 && pattern.endsWith('/');
  const parts = pattern.split('/').filter((part) => part !== '' && part !== '.').map(compileSegment);
  return { absolute, directory, parts: parts.filter(
    (part, i) => part !== kGlobstar || parts[i - 1] !== kGlobstar) };
}

const compileAll = (pattern) => expand(pattern).map(compile);

const matchesPart = (part, name) =>
  (typeof part === 'string' ? part === name : part.test(name));

// Whether names, the segments of a path, match parts as a whole.
function matchesParts(parts, names, p = 0, n = 0) {
  for (; p < parts.length; p++, n++) {
    if (parts[p] === kGlobstar) {
      for (let skip = n; skip <= names.length; skip++) {
        if (matchesParts(parts, names, p + 1, skip)) return true;
        if (skip < names.length && names[skip].startsWith('.')) return false;
      }
      return false;
    }
    if (n >= names.length || !matchesPart(parts[p], names[n])) return false;
  }
  return n === names.length;
}

// A function that tells whether a path matches any of the patterns.
function matcher(patterns) {
  const compiled = patterns.flatMap(compileAll);
  return (path) => {
    const absolute = path.startsWith('/');
    const names = path.split('/').filter((name) => name !== '' && name !== '.');
    return compiled.some((one) => one.absolute === absolute && matchesParts(one.parts, names));
  };
}

module.exports = { compileAll, kGlobstar, matcher, matchesPart };
