'use strict';

// Errors as util.inspect shows them: the stack, with the class named where it does not say so.

const { prefix } = require('internal/util/inspect/names');
const types = require('internal/util/types');

const kFirstFrame = '\n    at';
const kNodeModule = /[/\\]node_modules[/\\](.+?)(?=[/\\])/g;
const kCoreFrame = /^\s+at (?:.+ \()?(?:node:|internal\/)/;

function isError(value) {
  return types.isNativeError(value) || value instanceof Error;
}

function stackText(ctx, error) {
  const { stack } = error;
  if (typeof stack === 'string' && stack !== '') return stack;
  const text = Error.prototype.toString.call(error);
  if (!stack) return text;
  // A program put something else there.
  const { formatValue } = require('internal/util/inspect/value');
  const shown = formatValue({ ...ctx, compact: false, seen: [], indentationLvl: 4 }, stack, 0);
  return `${text}\n    ${shown}`;
}

// 'Error: text' of a class Mine becomes 'Mine [Error]: text', or 'MineError: text' where the name
// of the class says so already.
function nameClass(stack, className, name, tag) {
  let length = name.length;
  const begins = name.endsWith('Error') && stack.startsWith(name) &&
    (stack.length === length || stack[length] === ':' || stack[length] === '\n');
  if (className !== null && !begins) return stack;
  let fallback = 'Error';
  if (className === null) {
    const start = /^([A-Z][a-z_ A-Z0-9[\]()-]+)(?::|\n\s+at)/.exec(stack) ||
      /^([a-z_A-Z0-9-]*Error)$/.exec(stack);
    fallback = start?.[1] || '';
    length = fallback.length;
    fallback ||= 'Error';
  }
  const full = prefix(className, tag, fallback).slice(0, -1);
  if (name === full) return stack;
  if (!full.includes(name)) return `${full} [${name}]${stack.slice(length)}`;
  return length === 0 ? `${full}: ${stack}` : `${full}${stack.slice(length)}`;
}

// Where `frames` runs through the same lines as `others`, more than three long.
function sharedRun(frames, others) {
  for (let i = 0; i < frames.length - 3; i++) {
    const at = others.indexOf(frames[i]);
    const rest = others.length - at;
    if (at === -1 || rest <= 3) continue;
    const most = Math.min(frames.length - i, rest);
    let length = 1;
    while (length < most && frames[i + length] === others[at + length]) length++;
    if (length > 3) return { start: i, length };
  }
  return null;
}

// The frames as lines; those that the cause shows again are left out.
function frameLines(ctx, error, text) {
  const lines = text.split('\n');
  let cause;
  try {
    cause = error.cause;
  } catch {
    return lines;
  }
  if (cause == null || !isError(cause)) return lines;
  const causeStack = stackText(ctx, cause);
  const start = causeStack.indexOf(kFirstFrame);
  if (start === -1) return lines;
  const run = sharedRun(lines, causeStack.slice(start + 1).split('\n'));
  if (run !== null) {
    const skipped = run.length - 2;
    lines.splice(run.start + 1, skipped, ctx.stylize(
      `    ... ${skipped} lines matching cause stack trace ...`, 'undefined'));
  }
  return lines;
}

function workingDirectory() {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

// Frames of the runtime in grey, names of packages underlined.
function colorFrame(ctx, line, cwd) {
  if (kCoreFrame.test(line)) return ctx.stylize(line, 'undefined');
  let out = '';
  let at = 0;
  for (const match of line.matchAll(kNodeModule)) {
    let name = match[1];
    let from = match.index + '/node_modules/'.length;
    if (name[0] === '@') {  // @scope/name
      const end = line.slice(from + name.length + 1).search(/[/\\]/);
      if (end !== -1) name = line.slice(from, from + name.length + 1 + end);
    }
    out += line.slice(at, from) + ctx.stylize(name, 'module');
    at = from + name.length;
  }
  line = out + line.slice(at);
  if (cwd !== undefined && cwd.length > 1) {
    const where = `(${cwd}/`;
    const i = line.indexOf(where);
    if (i !== -1) {
      line = `${line.slice(0, i + 1)}${ctx.stylize(`${cwd}/`, 'undefined')}` +
        line.slice(i + where.length);
    }
  }
  return line;
}

// Changes `keys`: those that the stack shows already go, cause and errors come.
function adjustKeys(ctx, keys, error, stack) {
  if (!ctx.showHidden) {
    for (const name of ['name', 'message', 'stack']) {
      const at = keys.indexOf(name);
      if (at !== -1 && (typeof error[name] !== 'string' || stack.includes(error[name]))) {
        keys.splice(at, 1);
      }
    }
  }
  if ('cause' in error && !keys.includes('cause')) keys.push('cause');
  if (Array.isArray(error.errors) && !keys.includes('errors')) keys.push('errors');
}

function formatError(ctx, error, className, tag, keys) {
  const name = error.name != null ? String(error.name) : 'Error';
  let stack = stackText(ctx, error);
  adjustKeys(ctx, keys, error, stack);
  stack = nameClass(stack, className, name, tag);
  let from = (error.message && stack.indexOf(error.message)) || -1;
  if (from !== -1) from += error.message.length;
  const start = stack.indexOf(kFirstFrame, from);
  if (start === -1) {
    stack = `[${stack}]`;
  } else {
    let lines = frameLines(ctx, error, stack.slice(start + 1));
    if (ctx.colors) {
      const cwd = workingDirectory();
      lines = lines.map((line) => colorFrame(ctx, line, cwd));
    }
    stack = `${stack.slice(0, start)}\n${lines.join('\n')}`;
  }
  return ctx.indentationLvl === 0 ? stack :
    stack.replaceAll('\n', `\n${' '.repeat(ctx.indentationLvl)}`);
}

module.exports = { formatError, isError };
