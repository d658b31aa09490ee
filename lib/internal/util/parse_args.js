'use strict';

// util.parseArgs: the arguments are read into tokens, checked in strict mode, then gathered.

const { codes } = require('internal/errors');
const {
  validateArray,
  validateBoolean,
  validateBooleanArray,
  validateObject,
  validateString,
  validateStringArray,
  validateUnion,
} = require('internal/validators');

function own(object, key) {
  return object != null && Object.hasOwn(object, key) ? object[key] : undefined;
}

function programArguments() {
  const { argv, execArgv } = process;
  const evaluated = execArgv.some((flag) => ['-e', '--eval', '-p', '--print'].includes(flag));
  return argv.slice(evaluated ? 1 : 2);
}

function optionOfShort(short, options) {
  return Object.keys(options).find((name) => own(options[name], 'short') === short) ?? short;
}

function typeOf(options, name) {
  return own(own(options, name), 'type');
}

function isOptionLike(value) {
  return value != null && value.length > 1 && value[0] === '-';
}

// --- tokens

function tokenize(args, options) {
  const tokens = [];
  const queue = [...args];
  let index = -1;
  let groups = 0;  // short options split out of one argument keep its index

  function optionToken(name, rawName, inlineValue) {
    let value = inlineValue;
    let inline = inlineValue !== undefined ? true : undefined;
    const at = index;
    if (value === undefined && typeOf(options, name) === 'string' && queue.length > 0) {
      value = queue.shift();
      inline = false;
      index++;
    }
    tokens.push({ kind: 'option', name, rawName, index: at, value, inlineValue: inline });
  }

  while (queue.length > 0) {
    const arg = queue.shift();
    if (groups > 0) groups--;
    else index++;
    if (arg === '--') {
      tokens.push({ kind: 'option-terminator', index });
      for (const value of queue) tokens.push({ kind: 'positional', index: ++index, value });
      break;
    }
    if (arg.length === 2 && arg[0] === '-' && arg[1] !== '-') {  // -f
      optionToken(optionOfShort(arg[1], options), arg, undefined);
    } else if (isOptionLike(arg) && arg[1] !== '-') {
      const first = optionOfShort(arg[1], options);
      if (typeOf(options, first) === 'string') {  // -fVALUE
        optionToken(first, `-${arg[1]}`, arg.slice(2));
      } else {  // -abc; from the first one that takes a value, the rest is the value
        const expanded = [];
        for (let i = 1; i < arg.length; i++) {
          const name = optionOfShort(arg[i], options);
          if (typeOf(options, name) !== 'string' || i === arg.length - 1) {
            expanded.push(`-${arg[i]}`);
          } else {
            expanded.push(`-${arg.slice(i)}`);
            break;
          }
        }
        queue.unshift(...expanded);
        groups = expanded.length;
      }
    } else if (arg.length > 2 && arg.startsWith('--')) {
      const equals = arg.indexOf('=', 3);
      if (equals !== -1) {  // --name=value
        optionToken(arg.slice(2, equals), arg.slice(0, equals), arg.slice(equals + 1));
      } else {
        optionToken(arg.slice(2), arg, undefined);
      }
    } else {
      tokens.push({ kind: 'positional', index, value: arg });
    }
  }
  return tokens;
}

// --- checks

function checkValue(token, options) {
  const { name, rawName, value } = token;
  const short = own(own(options, name), 'short');
  const shown = short ? `-${short}, --${name}` : `--${name}`;
  const type = typeOf(options, name);
  const fail = (text) => { throw new codes.ERR_PARSE_ARGS_INVALID_OPTION_VALUE(text); };
  if (type === 'string' && typeof value !== 'string') {
    fail(`Option '${shown} <value>' argument missing`);
  }
  if (type === 'boolean' && value != null) fail(`Option '${shown}' does not take an argument`);
  if (type === 'string' && !token.inlineValue && isOptionLike(value)) {
    const example = rawName.startsWith('--') ?
      `'${rawName}=-XYZ'` : `'--${name}=-XYZ' or '${rawName}-XYZ'`;
    fail(`Option '${rawName}' argument is ambiguous.\nDid you forget to specify the option ` +
      `argument for '${rawName}'?\nTo specify an option argument starting with a dash use ` +
      `${example}.`);
  }
}

function checkStrict(token, { options, allowPositionals, allowNegative }) {
  if (token.kind === 'positional') {
    if (!allowPositionals) throw new codes.ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL(token.value);
    return;
  }
  if (token.kind !== 'option') return;
  if (Object.hasOwn(options, token.name)) {
    checkValue(token, options);
    return;
  }
  if (allowNegative && token.name.startsWith('no-')) {
    const name = token.name.slice(3);
    if (Object.hasOwn(options, name) && typeOf(options, name) === 'boolean') {
      checkValue({ ...token, name }, options);
      return;
    }
  }
  throw new codes.ERR_PARSE_ARGS_UNKNOWN_OPTION(token.rawName, allowPositionals);
}

function checkOptions(options) {
  for (const name of Object.keys(options)) {
    const option = options[name];
    const path = `options.${name}`;
    validateObject(option, path);
    validateUnion(own(option, 'type'), `${path}.type`, ['string', 'boolean']);
    if (Object.hasOwn(option, 'short')) {
      const { short } = option;
      validateString(short, `${path}.short`);
      if (short.length !== 1) {
        throw new codes.ERR_INVALID_ARG_VALUE(`${path}.short`, short, 'must be a single character');
      }
    }
    const multiple = own(option, 'multiple');
    if (Object.hasOwn(option, 'multiple')) validateBoolean(multiple, `${path}.multiple`);
    const initial = own(option, 'default');
    if (initial === undefined) continue;
    const isString = option.type === 'string';
    const check = multiple ? (isString ? validateStringArray : validateBooleanArray) :
      (isString ? validateString : validateBoolean);
    check(initial, `${path}.default`);
  }
}

// --- result

function store(values, options, name, value) {
  if (name === '__proto__') return;
  if (own(own(options, name), 'multiple')) (values[name] ??= []).push(value);
  else values[name] = value;
}

function gather(tokens, { options, allowNegative }) {
  const values = { __proto__: null };
  const positionals = [];
  for (const token of tokens) {
    if (token.kind === 'positional') {
      positionals.push(token.value);
    } else if (token.kind === 'option') {
      const negative = allowNegative && token.name.startsWith('no-') && token.value === undefined;
      if (negative) {
        const name = token.name.slice(3);
        token.name = name;
        store(values, options, name, false);
      } else {
        store(values, options, token.name, token.value ?? true);
      }
    }
  }
  for (const name of Object.keys(options)) {
    const initial = own(options[name], 'default');
    if (initial !== undefined && !Object.hasOwn(values, name)) values[name] = initial;
  }
  return { values, positionals };
}

function parseArgs(config = {}) {
  const args = own(config, 'args') ?? programArguments();
  const strict = own(config, 'strict') ?? true;
  const allowPositionals = own(config, 'allowPositionals') ?? !strict;
  const tokensWanted = own(config, 'tokens') ?? false;
  const allowNegative = own(config, 'allowNegative') ?? false;
  const options = own(config, 'options') ?? {};
  validateArray(args, 'args');
  validateBoolean(strict, 'strict');
  validateBoolean(allowPositionals, 'allowPositionals');
  validateBoolean(tokensWanted, 'tokens');
  validateBoolean(allowNegative, 'allowNegative');
  validateObject(options, 'options');
  checkOptions(options);

  const rules = { options, allowPositionals, allowNegative };
  const tokens = tokenize(args, options);
  if (strict) for (const token of tokens) checkStrict(token, rules);
  const result = gather(tokens, rules);
  if (tokensWanted) result.tokens = tokens;
  return result;
}

module.exports = { parseArgs };
