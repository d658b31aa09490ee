'use strict';

// The head of an outgoing message: its header lines, and what follows from them for the body and
// for the connection.

const {
  codes: { ERR_HTTP_TRAILER_INVALID, ERR_INVALID_ARG_VALUE },
} = require('internal/errors');
const {
  native, validateHeaderName, validateHeaderValue,
} = require('internal/http/common');

const { DATE, LENGTH, CHUNKED } = native.out;

const kOutHeaders = Symbol('kOutHeaders');   // lower-case name -> [name, value]
const kUniqueHeaders = Symbol('kUniqueHeaders');
const kFirstLine = Symbol('firstLine');
const kLines = Symbol('lines');
const kConnectionLines = Symbol('connectionLines');
const kHeadFlags = Symbol('headFlags');

// _contentLength of a message whose body is counted when it is sent.
const kLengthOfBody = -1;

const closeWord = /(?:^|\W)close(?:$|\W)/i;
const chunkWord = /chunk/i;

// What the header lines say; one object serves all heads, as they are built one at a time.
const seen = { connection: false, contLen: false, te: false, date: false, expect: false, trailer: false };
let lines = '';

const handlers = {
  '__proto__': null,
  'connection'(message, value) {
    seen.connection = true;
    message._removedConnection = false;
    if (closeWord.test(value)) message._last = true;
    else message.shouldKeepAlive = true;
  },
  'transfer-encoding'(message, value) {
    seen.te = true;
    message._removedTE = false;
    if (chunkWord.test(value)) message.chunkedEncoding = true;
  },
  'content-length'(message, value) {
    seen.contLen = true;
    message._contentLength = +value;
    message._removedContLen = false;
  },
  'date'() { seen.date = true; },
  'expect'() { seen.expect = true; },
  'trailer'() { seen.trailer = true; },
  'keep-alive'(message) { message._defaultKeepAlive = false; },
};

// Only names of these lengths can be among the ones above.
const lengths = new Set(Object.keys(handlers).map((name) => name.length));

function addLine(message, name, value, validate) {
  if (validate) validateHeaderValue(name, value);
  lines += `${name}: ${value}\r\n`;
  if (lengths.has(name.length)) {
    const handler = handlers[name.toLowerCase()];
    if (handler !== undefined) handler(message, value);
  }
}

const isCookie = (name) => name.length === 6 && name.toLowerCase() === 'cookie';

function addHeader(message, name, value, validate) {
  if (validate) validateHeaderName(name);
  if (!Array.isArray(value)) return addLine(message, name, value, validate);
  const unique = message[kUniqueHeaders];
  const joined = (value.length > 1 && isCookie(name)) ||
    (unique !== null && unique.has(name.toLowerCase()));
  if (joined) return addLine(message, name, value.join('; '), validate);
  for (const one of value) addLine(message, name, one, validate);
}

function addAll(message, headers) {
  if (headers === message[kOutHeaders]) {
    for (const key in headers) addHeader(message, headers[key][0], headers[key][1], false);
  } else if (!Array.isArray(headers)) {
    for (const key in headers) {
      if (Object.hasOwn(headers, key)) addHeader(message, key, headers[key], true);
    }
  } else if (Array.isArray(headers[0])) {
    for (const [name, value] of headers) addHeader(message, name, value, true);
  } else {
    if (headers.length % 2 !== 0) throw new ERR_INVALID_ARG_VALUE('headers', headers);
    for (let i = 0; i < headers.length; i += 2) {
      addHeader(message, headers[i], headers[i + 1], true);
    }
  }
}

let keepAliveMs = -1;
let keepAliveMax = 0;
let keepAliveLines = '';
function persistentLines(message) {
  if (!message._keepAliveTimeout || !message._defaultKeepAlive) return 'Connection: keep-alive\r\n';
  const max = ~~message._maxRequestsPerSocket;
  if (keepAliveMs !== message._keepAliveTimeout || keepAliveMax !== max) {
    keepAliveMs = message._keepAliveTimeout;
    keepAliveMax = max;
    const limit = max > 0 ? `, max=${max}` : '';
    keepAliveLines = 'Connection: keep-alive\r\n' +
      `Keep-Alive: timeout=${Math.floor(keepAliveMs / 1000)}${limit}\r\n`;
  }
  return keepAliveLines;
}

function connectionLines(message) {
  if (message._removedConnection) {
    // Without the line the connection persists by default, if it does.
    message._last = !message.shouldKeepAlive;
    return '';
  }
  if (seen.connection) return '';
  const persists = message.shouldKeepAlive &&
    (seen.contLen || message.useChunkedEncodingByDefault || message.agent);
  if (persists) {
    return message.maxRequestsOnConnectionReached ? 'Connection: close\r\n' :
      persistentLines(message);
  }
  message._last = true;
  return 'Connection: close\r\n';
}

// How the end of the body is told; returns the flag of the line that says it.
function framing(message) {
  if (seen.contLen || seen.te) return 0;
  if (!message._hasBody) {
    message.chunkedEncoding = false;
  } else if (!message.useChunkedEncodingByDefault) {
    message._last = true;
  } else if (!seen.trailer && !message._removedContLen &&
             typeof message._contentLength === 'number') {
    return LENGTH;
  } else if (!message._removedTE) {
    message.chunkedEncoding = true;
    return CHUNKED;
  }
  return 0;
}

// Fixes the head. What it needs is kept in parts, for the native composer; `_header` is its text
// where the message composes it itself.
function storeHead(message, firstLine, headers) {
  seen.connection = seen.contLen = seen.te = seen.date = seen.expect = seen.trailer = false;
  lines = '';
  if (headers) addAll(message, headers);
  let flags = message.sendDate && !seen.date ? DATE : 0;
  const { statusCode } = message;
  if (message.chunkedEncoding && (statusCode === 204 || statusCode === 304)) {
    message.chunkedEncoding = false;
    message.shouldKeepAlive = false;
  }
  let connection = connectionLines(message);
  flags |= framing(message);
  if (!message.chunkedEncoding && seen.trailer) throw new ERR_HTTP_TRAILER_INVALID();
  if ((flags & LENGTH) !== 0 && message._contentLength !== kLengthOfBody) {
    connection += `Content-Length: ${message._contentLength}\r\n`;
    flags &= ~LENGTH;
  }
  message[kFirstLine] = firstLine;
  message[kLines] = lines;
  message[kConnectionLines] = connection;
  message[kHeadFlags] = flags;
  message._header = firstLine + lines;
  message._headerSent = false;
  return seen.expect;
}

// The whole head as text, for a message that is not composed natively.
function headText(message) {
  const flags = message[kHeadFlags];
  const date = (flags & DATE) !== 0 ? `Date: ${native.date()}\r\n` : '';
  const chunked = (flags & CHUNKED) !== 0 ? 'Transfer-Encoding: chunked\r\n' : '';
  return `${message[kFirstLine]}${message[kLines]}${date}${message[kConnectionLines]}${chunked}\r\n`;
}

module.exports = {
  headText, kConnectionLines, kFirstLine, kHeadFlags, kLengthOfBody, kLines, kOutHeaders,
  kUniqueHeaders, storeHead,
};
