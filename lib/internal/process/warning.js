'use strict';
// process.emitWarning and the default printing of warnings.

const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { validateString } = require('internal/validators');

const deprecationsSeen = new Set();
const disabled = new Set();
let hinted = false;

function createWarning(text, type, code, constructor, detail) {
  const limit = Error.stackTraceLimit;
  if (Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit')?.writable) Error.stackTraceLimit = 0;
  const warning = new Error(text);
  if (Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit')?.writable) Error.stackTraceLimit = limit;
  warning.name = String(type || 'Warning');
  if (code !== undefined) warning.code = code;
  if (detail !== undefined) warning.detail = detail;
  Error.captureStackTrace(warning, constructor || emitWarning);
  return warning;
}

// emitWarning(warning[, options]) and emitWarning(warning[, type[, code[, constructor]]])
function emitWarning(warning, type, code, constructor) {
  let detail;
  if (type !== null && typeof type === 'object' && !Array.isArray(type)) {
    constructor = type.ctor;
    code = type.code;
    if (typeof type.detail === 'string') detail = type.detail;
    type = type.type || 'Warning';
  } else if (typeof type === 'function') {
    constructor = type;
    code = undefined;
    type = 'Warning';
  }
  if (type !== undefined) validateString(type, 'type');
  if (typeof code === 'function') {
    constructor = code;
    code = undefined;
  } else if (code !== undefined) {
    validateString(code, 'code');
  }
  if (typeof warning === 'string') {
    warning = createWarning(warning, type, code, constructor, detail);
  } else if (!(warning instanceof Error)) {
    throw new ERR_INVALID_ARG_TYPE('warning', ['Error', 'string'], warning);
  }
  if (warning.name === 'DeprecationWarning') {
    if (process.noDeprecation) return;
    if (process.throwDeprecation) {
      // Not catchable where it was emitted, as in Node.
      process.nextTick(() => { throw warning; });
      return;
    }
  }
  process.nextTick(() => process.emit('warning', warning));
}

// Once for each code.
function emitDeprecation(message, code, constructor) {
  if (deprecationsSeen.has(code)) return;
  deprecationsSeen.add(code);
  emitWarning(message, 'DeprecationWarning', code, constructor);
}

function onWarning(warning) {
  if (!(warning instanceof Error)) return;
  if ((warning.code !== undefined && disabled.has(warning.code)) || disabled.has(warning.name)) return;
  const deprecated = warning.name === 'DeprecationWarning';
  if (deprecated && process.noDeprecation) return;
  const trace = process.traceProcessWarnings || (deprecated && process.traceDeprecation);
  let text = `(node:${process.pid}) `;
  if (warning.code) text += `[${warning.code}] `;
  if (trace && warning.stack) {
    text += `${warning.stack}`;
  } else {
    text += typeof warning.toString === 'function' ? `${warning.toString()}` : Error.prototype.toString.call(warning);
  }
  if (typeof warning.detail === 'string') text += `\n${warning.detail}`;
  if (!trace && !hinted) {
    const flag = deprecated ? '--trace-deprecation' : '--trace-warnings';
    const name = require('path').basename(process.argv0 || 'node', '.exe');
    text += `\n(Use \`${name} ${flag} ...\` to show where the warning was created)`;
    hinted = true;
  }
  process.stderr.write(`${text}\n`);
}

function install(target) {
  target.emitWarning = emitWarning;
}

module.exports = { install, emitWarning, emitDeprecation, onWarning, disabled };
