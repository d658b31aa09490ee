'use strict';
// util.parseArgs: values, positionals, tokens and errors.
const assert = require('node:assert');
const util = require('node:util');
function outcome(call) {
  try {
    return JSON.stringify(call()) ?? 'undefined';
  } catch (error) {
    return `${error.name} ${error.code}: ${error.message}`;
  }
}
const options = {
  foo: { type: 'string', short: 'f' },
  bar: { type: 'boolean', short: 'b' },
  many: { type: 'string', multiple: true, short: 'm' },
  on: { type: 'boolean', default: true },
};
const parse = (args, more) => util.parseArgs({ args, options, ...more });

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(outcome(() => parse(['-f', '1', '--bar'])),
      '{"values":{"foo":"1","bar":true,"on":true},"positionals":[]}');
check(outcome(() => parse(['--foo=x'])), '{"values":{"foo":"x","on":true},"positionals":[]}');
check(outcome(() => parse(['-fx', '-b'])),
      '{"values":{"foo":"x","bar":true,"on":true},"positionals":[]}');
check(outcome(() => parse(['-bf', '1'])),
      '{"values":{"bar":true,"foo":"1","on":true},"positionals":[]}');
check(outcome(() => parse(['-bfx'])),
      '{"values":{"bar":true,"foo":"x","on":true},"positionals":[]}');
check(outcome(() => parse(['-m', '1', '-m2', '--many', '3'])),
      '{"values":{"many":["1","2","3"],"on":true},"positionals":[]}');
check(outcome(() => parse(['a', '-b', 'c'], { allowPositionals: true })),
      '{"values":{"bar":true,"on":true},"positionals":["a","c"]}');
check(outcome(() => parse(['a'])),
      'TypeError ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: Unexpected argument \'a\'. This co' +
      'mmand does not take positional arguments');
check(outcome(() => parse(['--', '-b'], { allowPositionals: true })),
      '{"values":{"on":true},"positionals":["-b"]}');
check(outcome(() => parse(['--unknown'])),
      'TypeError ERR_PARSE_ARGS_UNKNOWN_OPTION: Unknown option \'--unknown\'');
check(outcome(() => parse(['-z'], { allowPositionals: true })),
      'TypeError ERR_PARSE_ARGS_UNKNOWN_OPTION: Unknown option \'-z\'. To specify a posit' +
      'ional argument starting with a \'-\', place it at the end of the command after \'--' +
      '\', as in \'-- "-z"');
check(outcome(() => parse(['--bar=1'])),
      'TypeError ERR_PARSE_ARGS_INVALID_OPTION_VALUE: Option \'-b, --bar\' does not take an argument');
check(outcome(() => parse(['--foo'])),
      'TypeError ERR_PARSE_ARGS_INVALID_OPTION_VALUE: Option \'-f, --foo <value>\' argument missing');
check(outcome(() => parse(['--foo', '--bar'])), [
  'TypeError ERR_PARSE_ARGS_INVALID_OPTION_VALUE: Option \'--foo\' argument is ambiguous.',
  'Did you forget to specify the option argument for \'--foo\'?',
  'To specify an option argument starting with a dash use \'--foo=-XYZ\'.',
].join('\n'));
check(outcome(() => parse(['-f', '-1'])), [
  'TypeError ERR_PARSE_ARGS_INVALID_OPTION_VALUE: Option \'-f\' argument is ambiguous.',
  'Did you forget to specify the option argument for \'-f\'?',
  'To specify an option argument starting with a dash use \'--foo=-XYZ\' or \'-f-XYZ\'.',
].join('\n'));
check(outcome(() => parse(['--no-on'])),
      'TypeError ERR_PARSE_ARGS_UNKNOWN_OPTION: Unknown option \'--no-on\'');
check(outcome(() => parse(['--no-on'], { allowNegative: true })),
      '{"values":{"on":false},"positionals":[]}');
check(outcome(() => parse(['--no-foo'], { allowNegative: true })),
      'TypeError ERR_PARSE_ARGS_UNKNOWN_OPTION: Unknown option \'--no-foo\'');
check(outcome(() => parse(['--unknown=1', '-zx', 'p'], { strict: false })),
      '{"values":{"unknown":"1","z":true,"x":true,"on":true},"positionals":["p"]}');
check(outcome(() => parse(['-bf', 'x', '--', 'p'], { tokens: true, allowPositionals: true })),
      '{"values":{"bar":true,"foo":"x","on":true},"positionals":["p"],"tokens":[{"kind"' +
      ':"option","name":"bar","rawName":"-b","index":0},{"kind":"option","name":"foo","' +
      'rawName":"-f","index":0,"value":"x","inlineValue":false},{"kind":"option-termina' +
      'tor","index":2},{"kind":"positional","index":3,"value":"p"}]}');
check(outcome(() => parse(['--__proto__=1'], { strict: false })),
      '{"values":{"on":true},"positionals":[]}');
check(outcome(() => parse(['-'], { allowPositionals: true })),
      '{"values":{"on":true},"positionals":["-"]}');
check(outcome(() => parse(['--foo', ''])), '{"values":{"foo":"","on":true},"positionals":[]}');
check(outcome(() => util.parseArgs({ args: 5 })),
      'TypeError ERR_INVALID_ARG_TYPE: The "args" argument must be an instance of Array' +
      '. Received type number (5)');
check(outcome(() => util.parseArgs({ args: [], options: { a: {} } })),
      'TypeError ERR_INVALID_ARG_TYPE: The "options.a.type" property must be (\'string|b' +
      'oolean\'). Received undefined');
check(outcome(() => util.parseArgs({ args: [], options: { a: { type: 'string', short: 'xx' } } })),
      'TypeError ERR_INVALID_ARG_VALUE: The property \'options.a.short\' must be a single' +
      ' character. Received \'xx\'');
check(outcome(() => util.parseArgs({ args: [], options: { a: { type: 'string', default: 5 } } })),
      'TypeError ERR_INVALID_ARG_TYPE: The "options.a.default" property must be of type' +
      ' string. Received type number (5)');
check(outcome(() => util.parseArgs({ args: [], options: { a: { type: 'boolean', multiple: true, default: [true] } } })),
      '{"values":{"a":[true]},"positionals":[]}');
