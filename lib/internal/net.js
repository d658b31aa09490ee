'use strict';

// Addresses and the arguments of listen() and connect().

const { validateFunction } = require('internal/validators');

// Marks an array of arguments that normalizeArgs has made.
const kNormalized = Symbol('normalizedArgs');
// The open sockets of a server: a Set, made with the first one.
const kSockets = Symbol('sockets');

function isIPv4(input) {
  const text = `${input}`;
  if (text.length < 7 || text.length > 15) return false;
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => {
    const n = part.length;
    if (n === 0 || n > 3 || (n > 1 && part.charCodeAt(0) === 48)) return false;
    for (let i = 0; i < n; i++) {
      const c = part.charCodeAt(i);
      if (c < 48 || c > 57) return false;
    }
    return +part <= 255;
  });
}

const hexGroup = /^[0-9a-fA-F]{1,4}$/;
const zone = /^[0-9a-zA-Z\-.:]+$/;

// Groups of one side of '::', or -1 where the text is not one. The last may be an IPv4 address.
function countGroups(text, isLast) {
  if (text === '') return 0;
  const groups = text.split(':');
  let count = 0;
  for (let i = 0; i < groups.length; i++) {
    if (hexGroup.test(groups[i])) count++;
    else if (isLast && i === groups.length - 1 && isIPv4(groups[i])) count += 2;
    else return -1;
  }
  return count;
}

function isIPv6(input) {
  let text = `${input}`;
  const percent = text.indexOf('%');
  if (percent >= 0) {
    if (!zone.test(text.slice(percent + 1))) return false;
    text = text.slice(0, percent);
  }
  if (!text.includes(':')) return false;
  const gap = text.indexOf('::');
  if (gap < 0) return countGroups(text, true) === 8;
  if (text.includes('::', gap + 1)) return false;
  const before = countGroups(text.slice(0, gap), false);
  const after = countGroups(text.slice(gap + 2), true);
  return before >= 0 && after >= 0 && before + after <= 7;
}

function isIP(input) {
  if (isIPv4(input)) return 4;
  return isIPv6(input) ? 6 : 0;
}

function toNumber(x) {
  return (x = Number(x)) >= 0 ? x : false;
}

// A path is a string that is no port number.
const isPipeName = (s) => typeof s === 'string' && toNumber(s) === false;

// [options, callback] from the forms (options, cb), (port, host, cb), (path, cb).
function normalizeArgs(args) {
  if (args.length === 0) return mark([{}, null]);
  const first = args[0];
  let options = {};
  if (typeof first === 'object' && first !== null) {
    options = first;
  } else if (isPipeName(first)) {
    options.path = first;
  } else {
    options.port = first;
    if (args.length > 1 && typeof args[1] === 'string') options.host = args[1];
  }
  const last = args[args.length - 1];
  return mark([options, typeof last === 'function' ? last : null]);
}

function mark(args) {
  args[kNormalized] = true;
  return args;
}

// Runs onAbort when the signal fires; nothing where there is no signal.
function onAbort(signal, listener) {
  validateFunction(listener, 'listener');
  if (signal.aborted) process.nextTick(listener);
  else return require('events').addAbortListener(signal, listener);
}

module.exports = {
  isIP, isIPv4, isIPv6, isPipeName, kNormalized, kSockets, normalizeArgs, onAbort, toNumber,
};
