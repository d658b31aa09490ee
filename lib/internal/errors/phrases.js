'use strict';

// The wording that several error messages share, and the longer messages.

const kTypes = new Set([
  'string', 'function', 'number', 'object', 'Function', 'Object', 'boolean', 'bigint', 'symbol',
]);
const kClassName = /^[A-Z][a-zA-Z0-9]*$/;

function inspect(value, options) {
  return require('internal/util/inspect').inspect(value, options);
}

// 'a', 'a and b', 'a, b, and c'
function list(items, word = 'and') {
  const n = items.length;
  if (n <= 2) return items.join(` ${word} `);
  return `${items.slice(0, -1).join(', ')}, ${word} ${items[n - 1]}`;
}

// What a caller passed, for "Received ...".
function receivedType(value) {
  switch (typeof value) {
    case 'undefined':
      return 'undefined';
    case 'object': {
      if (value === null) return 'null';
      const maker = value.constructor;
      if (maker && typeof maker === 'function' && maker.name) return `an instance of ${maker.name}`;
      if (maker && typeof maker === 'object' && maker.name) return `an instance of ${maker.name}`;
      return inspect(value, { depth: -1 });
    }
    case 'function':
      return `function ${value.name}`;
    case 'string': {
      const text = value.length > 28 ? `${value.slice(0, 25)}...` : value;
      return `type string (${text.includes("'") ? JSON.stringify(text) : `'${text}'`})`;
    }
    case 'bigint':
      return `type bigint (${value}n)`;
    case 'number':
      return `type number (${Object.is(value, -0) ? '-0' : value})`;
    case 'boolean':
      return `type boolean (${value})`;
    default: {
      const text = inspect(value, { colors: false });
      return `type ${typeof value} (${text.length > 28 ? `${text.slice(0, 25)}...` : text})`;
    }
  }
}

function argType(name, expected, actual) {
  const kind = name.endsWith(' argument') ? name :
    `"${name}" ${name.includes('.') ? 'property' : 'argument'}`;
  return `The ${kind} must be ${expectation(expected)}. Received ${receivedType(actual)}`;
}

// 'of type string or an instance of Buffer or URL'
function expectation(expected) {
  let types = [];
  const classes = [];
  const others = [];
  for (const e of Array.isArray(expected) ? expected : [expected]) {
    if (kTypes.has(e)) types.push(e.toLowerCase());
    else (kClassName.test(e) ? classes : others).push(e);
  }
  if (classes.length > 0 && types.includes('object')) {
    types = types.filter((t) => t !== 'object');
    classes.push('Object');
  }
  const parts = [];
  if (types.length > 0) {
    parts.push(`${types.length > 1 ? 'one of type' : 'of type'} ${list(types, 'or')}`);
  }
  if (classes.length > 0) parts.push(`an instance of ${list(classes, 'or')}`);
  if (others.length > 1) {
    parts.push(`one of ${list(others, 'or')}`);
  } else if (others.length === 1) {
    parts.push(others[0].toLowerCase() === others[0] ? others[0] : `an ${others[0]}`);
  }
  return parts.join(' or ');
}

function argValue(name, value, reason = 'is invalid') {
  let text = inspect(value);
  if (text.length > 128) text = `${text.slice(0, 128)}...`;
  return `The ${name.includes('.') ? 'property' : 'argument'} '${name}' ${reason}. ` +
    `Received ${text}`;
}

// 1_234_567
function separated(digits) {
  let end = digits.length;
  const start = digits[0] === '-' ? 1 : 0;
  let out = '';
  for (; end >= start + 4; end -= 3) out = `_${digits.slice(end - 3, end)}${out}`;
  return digits.slice(0, end) + out;
}

function outOfRange(name, range, input, nameIsSentence = false) {
  const subject = nameIsSentence ? name : `The value of "${name}" is out of range.`;
  let received;
  if (Number.isInteger(input) && Math.abs(input) > 2 ** 32) {
    received = separated(String(input));
  } else if (typeof input === 'bigint') {
    const limit = 2n ** 32n;
    const digits = String(input);
    received = `${input > limit || input < -limit ? separated(digits) : digits}n`;
  } else {
    received = inspect(input);
  }
  return `${subject} It must be ${range}. Received ${received}`;
}

function missingArgs(...names) {
  const quoted = names.map(
    (n) => (Array.isArray(n) ? n.map((one) => `"${one}"`).join(' or ') : `"${n}"`));
  return `The ${list(quoted)} argument${names.length > 1 ? 's' : ''} must be specified`;
}

function urlScheme(expected) {
  const schemes = typeof expected === 'string' ? [expected] : expected;
  const words = schemes.length > 1 ? 'one of scheme' : 'of scheme';
  return `The URL must be ${words} ${list(schemes, 'or')}`;
}

function hostname(family, host, port) {
  this.host = host;
  this.port = port;
  return `Invalid address family: ${family} ${host}:${port}`;
}

function importedFrom(base) {
  return base ? ` imported from ${base}` : '';
}

function invalidPackageTarget(packagePath, key, target, isImport = false, base = undefined) {
  const needsDot = typeof target === 'string' && !isImport && target.length > 0 &&
    !target.startsWith('./');
  const tail = importedFrom(base) + (needsDot ? '; targets must start with "./"' : '');
  const config = `the package config ${packagePath}package.json${tail}`;
  const shown = JSON.stringify(target);
  if (key === '.') return `Invalid "exports" main target ${shown} defined in ${config}`;
  const field = isImport ? 'imports' : 'exports';
  return `Invalid "${field}" target ${shown} defined for '${key}' in ${config}`;
}

function requireEsm(filename, hasEsmSyntax, parentPath = null, packageJsonPath = null) {
  const head = `require() of ES Module ${filename}` +
    `${parentPath ? ` from ${parentPath}` : ''} not supported.`;
  if (!parentPath || (!packageJsonPath && !filename.endsWith('.mjs'))) return head;
  const base = filename.slice(filename.lastIndexOf('/') + 1);
  const short = packageJsonPath && base !== '' ? base : filename;
  if (hasEsmSyntax || !packageJsonPath) {
    return `${head}\nInstead change the require of ${short} in ${parentPath} to a dynamic ` +
      'import() which is available in all CommonJS modules.';
  }
  return `${head}\n${short} is treated as an ES module file as it is a .js file whose nearest ` +
    'parent package.json contains "type": "module" which declares all .js files in that package ' +
    `scope as ES modules.\nInstead either rename ${short} to end in .cjs, change the requiring ` +
    'code to use dynamic import() which is available in all CommonJS modules, or change "type": ' +
    `"module" to "type": "commonjs" in ${packageJsonPath} to treat all .js files as CommonJS ` +
    '(using .mjs for all ES modules instead).\n';
}

module.exports = {
  argType, argValue, hostname, importedFrom, invalidPackageTarget, list, missingArgs, outOfRange,
  receivedType, requireEsm, separated, urlScheme,
};
