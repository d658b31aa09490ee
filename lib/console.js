'use strict';

// Console, and the global console, which writes to process.stdout and process.stderr. What goes
// wrong while writing is not told to the program, unless ignoreErrors is false.

const { codes, isStackOverflowError } = require('internal/errors');
const {
  validateArray,
  validateInteger,
  validateObject,
  validateOneOf,
} = require('internal/validators');

const kColorMode = Symbol('kColorMode');
const kCounts = Symbol('counts');
const kGroupIndent = Symbol('kGroupIndentationString');
const kGroupWidth = Symbol('kGroupIndentWidth');
const kInspectOptions = Symbol('kInspectOptions');
const kIsConsole = Symbol('kIsConsole');

const kWithColors = Object.freeze({ colors: true });
const kPlain = Object.freeze({});

function hidden(target, name, value) {
  Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

function checkStream(stream, name) {
  if (typeof stream?.write !== 'function') throw new codes.ERR_CONSOLE_WRITABLE_STREAM(name);
}

function readInspectOptions(options) {
  const { inspectOptions } = options;
  if (inspectOptions === undefined) return undefined;
  validateObject(inspectOptions, 'options.inspectOptions');
  if (inspectOptions.colors !== undefined && options.colorMode !== undefined) {
    throw new codes.ERR_INCOMPATIBLE_OPTION_PAIR('options.inspectOptions.color', 'colorMode');
  }
  return inspectOptions;
}

function Console(options) {
  if (!new.target) return Reflect.construct(Console, arguments);
  if (!options || typeof options.write === 'function') {
    options = { stdout: options, stderr: arguments[1], ignoreErrors: arguments[2] };
  }
  const { stdout, stderr = stdout, ignoreErrors = true, groupIndentation } = options;
  checkStream(stdout, 'stdout');
  checkStream(stderr, 'stderr');
  const colorMode = options.colorMode ?? 'auto';
  validateOneOf(colorMode, 'colorMode', ['auto', true, false]);
  if (groupIndentation !== undefined) {
    validateInteger(groupIndentation, 'groupIndentation', 0, 1000);
  }
  const inspectOptions = readInspectOptions(options);

  bindMethods(this, Console.prototype, new.target.prototype);
  hidden(this, '_stdout', stdout);
  hidden(this, '_stderr', stderr);
  initialize(this, { colorMode, groupWidth: groupIndentation ?? 2, ignoreErrors, inspectOptions });
  return this;
}

// Methods may be taken off a console and called alone. A subclass keeps its own.
function bindMethods(console, own, prototype) {
  for (const name of Object.keys(own)) {
    console[name] = (prototype[name] ?? own[name]).bind(console);
    Object.defineProperty(console[name], 'name', { value: name });
  }
}

function initialize(console, { colorMode, groupWidth, ignoreErrors, inspectOptions }) {
  hidden(console, '_ignoreErrors', ignoreErrors);
  hidden(console, '_times', new Map());
  hidden(console, kCounts, new Map());
  hidden(console, kColorMode, colorMode);
  hidden(console, kInspectOptions, inspectOptions);
  hidden(console, kIsConsole, true);
  hidden(console, kGroupWidth, groupWidth);
  hidden(console, kGroupIndent, '');
  Object.defineProperty(console, Symbol.toStringTag, { value: 'console', configurable: true });
}

Object.defineProperty(Console, Symbol.hasInstance, {
  value: (instance) => instance?.[kIsConsole] === true,
});

function ignore() {}

function write(console, stream, text) {
  const indent = console[kGroupIndent];
  if (indent !== '') text = indent + text.replaceAll('\n', `\n${indent}`);
  text += '\n';
  if (console._ignoreErrors === false) {
    stream.write(text);
    return;
  }
  try {
    // An 'error' event that comes at once or with the next tick must find a listener.
    if (stream.listenerCount('error') > 0) {
      stream.write(text);
      return;
    }
    stream.once('error', ignore);
    stream.write(text, (error) => {
      if (error !== null && !stream._writableState?.errorEmitted &&
          stream.listenerCount('error') === 0) {
        stream.once('error', ignore);
      }
    });
  } catch (error) {
    if (isStackOverflowError(error)) throw error;
  } finally {
    stream.removeListener('error', ignore);
  }
}

function inspectOptionsFor(console, stream) {
  const own = console[kInspectOptions];
  if (own !== undefined) return own;
  let color = console[kColorMode];
  if (color === 'auto') {
    // Only a terminal, or the wish of the environment, can make it colored.
    color = (stream.isTTY || process.env.FORCE_COLOR !== undefined) &&
      require('internal/util/colors').shouldColorize(stream);
  }
  return color ? kWithColors : kPlain;
}

function formatFor(console, stream, args) {
  if (args.length === 1 && typeof args[0] === 'string') return args[0];
  return require('internal/util/format').formatWithOptions(
    inspectOptionsFor(console, stream), ...args);
}

function out(console, args) {
  const stream = console._stdout;
  write(console, stream, formatFor(console, stream, args));
}

function err(console, args) {
  const stream = console._stderr;
  write(console, stream, formatFor(console, stream, args));
}

function warn(message) {
  process.emitWarning(message);
}

// Logs how long the timer `label` runs; false where there is none.
function logTimer(console, method, label, data) {
  const start = console._times.get(label);
  if (start === undefined) {
    warn(`No such label '${label}' for console.${method}()`);
    return false;
  }
  const [seconds, nanoseconds] = process.hrtime(start);
  const { durationText } = require('internal/console/duration');
  const text = durationText(seconds * 1000 + nanoseconds / 1e6);
  if (data === undefined) console.log('%s: %s', label, text);
  else console.log('%s: %s', label, text, ...data);
  return true;
}

const methods = {
  log(...args) { out(this, args); },
  info(...args) { out(this, args); },
  debug(...args) { out(this, args); },
  warn(...args) { err(this, args); },
  error(...args) { err(this, args); },

  dir(object, options) {
    const { inspect } = require('internal/util/inspect');
    write(this, this._stdout, inspect(object, {
      customInspect: false, ...inspectOptionsFor(this, this._stdout), ...options,
    }));
  },

  time(label = 'default') {
    label = `${label}`;
    if (this._times.has(label)) warn(`Label '${label}' already exists for console.time()`);
    else this._times.set(label, process.hrtime());
  },

  timeEnd(label = 'default') {
    label = `${label}`;
    if (logTimer(this, 'timeEnd', label)) this._times.delete(label);
  },

  timeLog(label = 'default', ...data) {
    logTimer(this, 'timeLog', `${label}`, data);
  },

  trace: function trace(...args) {
    const place = { name: 'Trace', message: formatFor(this, this._stderr, args) };
    Error.captureStackTrace(place, trace);
    this.error(place.stack);
  },

  assert(expression, ...args) {
    if (expression) return;
    if (typeof args[0] === 'string') args[0] = `Assertion failed: ${args[0]}`;
    else args.unshift('Assertion failed');
    Reflect.apply(this.warn, this, args);
  },

  clear() {
    if (!this._stdout.isTTY || process.env.TERM === 'dumb') return;
    this._stdout.write('\u001b[1;1H\u001b[0J');
  },

  count(label = 'default') {
    label = `${label}`;
    const count = (this[kCounts].get(label) ?? 0) + 1;
    this[kCounts].set(label, count);
    this.log(`${label}: ${count}`);
  },

  countReset(label = 'default') {
    label = `${label}`;
    if (!this[kCounts].delete(label)) warn(`Count for '${label}' does not exist`);
  },

  group(...data) {
    if (data.length > 0) Reflect.apply(this.log, this, data);
    this[kGroupIndent] += ' '.repeat(this[kGroupWidth]);
  },

  groupEnd() {
    const indent = this[kGroupIndent];
    this[kGroupIndent] = indent.slice(0, Math.max(0, indent.length - this[kGroupWidth]));
  },

  table(data, properties) {
    if (data === null || typeof data !== 'object') {
      this.log(data);
      return;
    }
    if (properties !== undefined) validateArray(properties, 'properties');
    const { tableText } = require('internal/console/table');
    this.log(tableText(data, properties, inspectOptionsFor(this, this._stdout)));
  },
};
methods.dirxml = methods.log;
methods.groupCollapsed = methods.group;
Object.assign(Console.prototype, methods);

// --- the global console

const globalConsole = Object.create({});
for (const name of Object.keys(methods)) {
  globalConsole[name] = methods[name].bind(globalConsole);
  Object.defineProperty(globalConsole[name], 'name', { value: name });
}
globalConsole.Console = Console;
// Of the inspector: without one they do nothing.
Object.assign(globalConsole, {
  profile() {},
  profileEnd() {},
  timeStamp() {},
  createTask(name) {
    if (typeof name !== 'string' || name === '') {
      throw new Error('First argument must be a non-empty string.');
    }
    return { run: (fn) => fn() };
  },
});
for (const [key, name] of [['_stdout', 'stdout'], ['_stderr', 'stderr']]) {
  Object.defineProperty(globalConsole, key, {
    get: () => process[name],
    set: (value) => hidden(globalConsole, key, value),
    configurable: true,
  });
}
initialize(globalConsole, {
  colorMode: 'auto', groupWidth: 2, ignoreErrors: true, inspectOptions: undefined,
});

module.exports = globalConsole;
