'use strict';

// util.inspect.

const { validateObject, validateString } = require('internal/validators');
const { hasOwn } = require('internal/util/inspect/names');
const { formatValue, kInspect } = require('internal/util/inspect/value');
const { getStringWidth, stripVTControlCharacters } = require('internal/util/inspect/strings');

const inspectDefaultOptions = Object.seal({
  showHidden: false,
  depth: 2,
  colors: false,
  customInspect: true,
  showProxy: false,
  maxArrayLength: 100,
  maxStringLength: 10000,
  breakLength: 80,
  compact: 3,
  sorted: false,
  getters: false,
  numericSeparator: false,
});

function plainText(text) {
  return text;
}

function coloredText(text, styleType) {
  const style = inspect.styles[styleType];
  if (style === undefined) return text;
  const color = inspect.colors[style];
  return color === undefined ? text : `\u001b[${color[0]}m${text}\u001b[${color[1]}m`;
}

// What a custom inspect method gets: the options in force, and a way to color.
function userOptionsOf(ctx, foreign) {
  const options = {
    stylize: ctx.stylize,
    showHidden: ctx.showHidden,
    depth: ctx.depth,
    colors: ctx.colors,
    customInspect: ctx.customInspect,
    showProxy: ctx.showProxy,
    maxArrayLength: ctx.maxArrayLength,
    maxStringLength: ctx.maxStringLength,
    breakLength: ctx.breakLength,
    compact: ctx.compact,
    sorted: ctx.sorted,
    getters: ctx.getters,
    numericSeparator: ctx.numericSeparator,
    ...ctx.userOptions,
  };
  // A value of another realm, or one behind a proxy, gets nothing that leads to this one.
  if (foreign) {
    Object.setPrototypeOf(options, null);
    for (const key of Object.keys(options)) {
      const value = options[key];
      if ((typeof value === 'object' || typeof value === 'function') && value !== null) {
        delete options[key];
      }
    }
    options.stylize = Object.setPrototypeOf((text, flavour) => {
      try {
        return `${ctx.stylize(text, flavour)}`;
      } catch {
        return text;
      }
    }, null);
  }
  return options;
}

function inspect(value, opts) {
  const ctx = {
    budget: {},
    indentationLvl: 0,
    seen: [],
    currentDepth: 0,
    circular: undefined,
    userOptions: undefined,
    stylize: plainText,
    inspect,
    userOptionsOf,
    ...inspectDefaultOptions,
  };
  if (arguments.length > 1) {
    if (arguments.length > 2) {  // inspect(value, showHidden, depth, colors)
      if (arguments[2] !== undefined) ctx.depth = arguments[2];
      if (arguments.length > 3 && arguments[3] !== undefined) ctx.colors = arguments[3];
    }
    if (typeof opts === 'boolean') {
      ctx.showHidden = opts;
    } else if (opts) {
      for (const key of Object.keys(opts)) {
        if (hasOwn(inspectDefaultOptions, key) || key === 'stylize') ctx[key] = opts[key];
        else if (ctx.userOptions === undefined) ctx.userOptions = opts;
      }
    }
  }
  if (ctx.colors) ctx.stylize = coloredText;
  if (ctx.maxArrayLength === null) ctx.maxArrayLength = Infinity;
  if (ctx.maxStringLength === null) ctx.maxStringLength = Infinity;
  return formatValue(ctx, value, 0);
}
inspect.custom = kInspect;

Object.defineProperty(inspect, 'defaultOptions', {
  get: () => inspectDefaultOptions,
  set: (options) => {
    validateObject(options, 'options');
    return Object.assign(inspectDefaultOptions, options);
  },
});

// Style names and escape codes; both may be changed by programs.
const defaultFg = 39;
const defaultBg = 49;
inspect.colors = {
  __proto__: null,
  reset: [0, 0],
  bold: [1, 22],
  dim: [2, 22],
  italic: [3, 23],
  underline: [4, 24],
  blink: [5, 25],
  inverse: [7, 27],
  hidden: [8, 28],
  strikethrough: [9, 29],
  doubleunderline: [21, 24],
  black: [30, defaultFg],
  red: [31, defaultFg],
  green: [32, defaultFg],
  yellow: [33, defaultFg],
  blue: [34, defaultFg],
  magenta: [35, defaultFg],
  cyan: [36, defaultFg],
  white: [37, defaultFg],
  bgBlack: [40, defaultBg],
  bgRed: [41, defaultBg],
  bgGreen: [42, defaultBg],
  bgYellow: [43, defaultBg],
  bgBlue: [44, defaultBg],
  bgMagenta: [45, defaultBg],
  bgCyan: [46, defaultBg],
  bgWhite: [47, defaultBg],
  framed: [51, 54],
  overlined: [53, 55],
  gray: [90, defaultFg],
  redBright: [91, defaultFg],
  greenBright: [92, defaultFg],
  yellowBright: [93, defaultFg],
  blueBright: [94, defaultFg],
  magentaBright: [95, defaultFg],
  cyanBright: [96, defaultFg],
  whiteBright: [97, defaultFg],
  bgGray: [100, defaultBg],
  bgRedBright: [101, defaultBg],
  bgGreenBright: [102, defaultBg],
  bgYellowBright: [103, defaultBg],
  bgBlueBright: [104, defaultBg],
  bgMagentaBright: [105, defaultBg],
  bgCyanBright: [106, defaultBg],
  bgWhiteBright: [107, defaultBg],
};

function alias(name, other) {
  Object.defineProperty(inspect.colors, other, {
    get() { return this[name]; },
    set(value) { this[name] = value; },
    configurable: true,
    enumerable: false,
  });
}
alias('gray', 'grey');
alias('gray', 'blackBright');
alias('bgGray', 'bgGrey');
alias('bgGray', 'bgBlackBright');
alias('dim', 'faint');
alias('strikethrough', 'crossedout');
alias('strikethrough', 'strikeThrough');
alias('strikethrough', 'crossedOut');
alias('hidden', 'conceal');
alias('inverse', 'swapColors');
alias('inverse', 'swapcolors');
alias('doubleunderline', 'doubleUnderline');

inspect.styles = Object.assign({ __proto__: null }, {
  special: 'cyan',
  number: 'yellow',
  bigint: 'yellow',
  boolean: 'yellow',
  undefined: 'grey',
  null: 'bold',
  string: 'green',
  symbol: 'green',
  date: 'magenta',
  regexp: 'red',
  module: 'underline',
});

module.exports = {
  format: (...args) => require('internal/util/format').format(...args),
  formatWithOptions: (...args) => require('internal/util/format').formatWithOptions(...args),
  getStringWidth,
  inspect,
  inspectDefaultOptions,
  stripVTControlCharacters: (text) => {
    validateString(text, 'str');
    return stripVTControlCharacters(text);
  },
};
