'use strict';

// OutgoingMessage: what ServerResponse and ClientRequest have in common. The pieces of a message go
// to `this.socket` as text and buffers; ServerResponse hands them to the native composer instead
// where it can.

const { Buffer } = require('buffer');
const { Stream, getDefaultHighWaterMark } = require('stream');
const {
  codes: {
    ERR_HTTP_BODY_NOT_ALLOWED, ERR_HTTP_CONTENT_LENGTH_MISMATCH, ERR_HTTP_HEADERS_SENT,
    ERR_INVALID_ARG_TYPE, ERR_METHOD_NOT_IMPLEMENTED,
    ERR_STREAM_ALREADY_FINISHED, ERR_STREAM_CANNOT_PIPE, ERR_STREAM_DESTROYED,
    ERR_STREAM_NULL_VALUES, ERR_STREAM_WRITE_AFTER_END,
  },
} = require('internal/errors');
const { isUint8Array } = require('internal/buffer');
const { validateString } = require('internal/validators');
const {
  hasInvalidChar, validateHeaderName, validateHeaderValue,
} = require('internal/http/common');
const {
  headText, kConnectionLines, kFirstLine, kHeadFlags, kLengthOfBody, kLines, kOutHeaders,
  kUniqueHeaders, storeHead,
} = require('internal/http/outgoing_head');

const kCorked = Symbol('corked');
const kCorkedPieces = Symbol('corkedPieces');
const kSocket = Symbol('kSocket');
const kNeedDrain = Symbol('kNeedDrain');
const kErrored = Symbol('errored');
const kBytesWritten = Symbol('kBytesWritten');
const kHighWaterMark = Symbol('kHighWaterMark');
const kRejectBody = Symbol('kRejectNonStandardBodyWrites');

const noOutput = Object.freeze([]);
function noop() {}

function OutgoingMessage(options) {
  this._events = undefined;
  this._eventsCount = 0;
  this._maxListeners = undefined;
  // {data, encoding, callback} that wait for the socket
  this.outputData = noOutput;
  this.outputSize = 0;
  this.writable = true;
  this.destroyed = false;
  this._last = false;
  this.chunkedEncoding = false;
  this.shouldKeepAlive = true;
  this.maxRequestsOnConnectionReached = false;
  this._defaultKeepAlive = true;
  this.useChunkedEncodingByDefault = true;
  this.sendDate = false;
  this._removedConnection = false;
  this._removedContLen = false;
  this._removedTE = false;
  this.strictContentLength = false;
  this._contentLength = null;
  this._hasBody = true;
  this._trailer = '';
  this.finished = false;
  this._headerSent = false;
  this._closed = false;
  this._header = null;
  this._keepAliveTimeout = 0;
  this._maxRequestsPerSocket = 0;
  this._onPendingData = noop;
  this[kSocket] = null;
  this[kOutHeaders] = null;
  this[kFirstLine] = '';
  this[kLines] = '';
  this[kConnectionLines] = '';
  this[kHeadFlags] = 0;
  this[kUniqueHeaders] = null;
  this[kCorked] = 0;
  this[kCorkedPieces] = null;
  this[kNeedDrain] = false;
  this[kErrored] = null;
  this[kBytesWritten] = 0;
  this[kHighWaterMark] = options?.highWaterMark ?? getDefaultHighWaterMark(false);
  this[kRejectBody] = options?.rejectNonStandardBodyWrites ?? false;
}
Object.setPrototypeOf(OutgoingMessage.prototype, Stream.prototype);
Object.setPrototypeOf(OutgoingMessage, Stream);

const socketAccessor = {
  get() { return this[kSocket]; },
  set(socket) { this[kSocket] = socket; },
};
const accessors = {
  errored: { get() { return this[kErrored]; } },
  closed: { get() { return this._closed; } },
  writableFinished: {
    get() {
      return this.finished && this.outputSize === 0 &&
        (!this[kSocket] || this[kSocket].writableLength === 0);
    },
  },
  writableObjectMode: { get() { return false; } },
  writableLength: {
    get() { return this.outputSize + (this[kSocket] ? this[kSocket].writableLength : 0); },
  },
  writableHighWaterMark: {
    get() { return this[kSocket] ? this[kSocket].writableHighWaterMark : this[kHighWaterMark]; },
  },
  writableCorked: { get() { return this[kCorked]; } },
  connection: socketAccessor,
  socket: socketAccessor,
  headersSent: { get() { return Boolean(this._header); } },
  writableEnded: { get() { return this.finished; } },
  writableNeedDrain: { get() { return !this.destroyed && !this.finished && this[kNeedDrain]; } },
};
for (const name of Object.keys(accessors)) {
  Object.defineProperty(OutgoingMessage.prototype, name, {
    __proto__: null, configurable: true, enumerable: true, ...accessors[name],
  });
}

// --- Headers

function checkNotSent(message, what) {
  if (message._header) throw new ERR_HTTP_HEADERS_SENT(what);
}

OutgoingMessage.prototype.setHeader = function setHeader(name, value) {
  checkNotSent(this, 'set');
  validateHeaderName(name);
  validateHeaderValue(name, value);
  let headers = this[kOutHeaders];
  if (headers === null) headers = this[kOutHeaders] = { __proto__: null };
  headers[name.toLowerCase()] = [name, value];
  return this;
};

OutgoingMessage.prototype.setHeaders = function setHeaders(headers) {
  checkNotSent(this, 'set');
  if (!headers || Array.isArray(headers) || typeof headers.keys !== 'function' ||
      typeof headers.get !== 'function') {
    throw new ERR_INVALID_ARG_TYPE('headers', ['Headers', 'Map'], headers);
  }
  const cookies = [];
  for (const [name, value] of headers) {
    if (name === 'set-cookie') {
      if (Array.isArray(value)) cookies.push(...value);
      else cookies.push(value);
    } else {
      this.setHeader(name, value);
    }
  }
  if (cookies.length > 0) this.setHeader('set-cookie', cookies);
  return this;
};

OutgoingMessage.prototype.appendHeader = function appendHeader(name, value) {
  checkNotSent(this, 'append');
  validateHeaderName(name);
  validateHeaderValue(name, value);
  const headers = this[kOutHeaders] ??= { __proto__: null };
  const entry = headers[name.toLowerCase()];
  if (entry === undefined) {
    headers[name.toLowerCase()] = [name, value];
  } else {
    entry[1] = [].concat(entry[1], value);
  }
  return this;
};

OutgoingMessage.prototype.getHeader = function getHeader(name) {
  validateString(name, 'name');
  return this[kOutHeaders]?.[name.toLowerCase()]?.[1];
};

OutgoingMessage.prototype.getHeaderNames = function getHeaderNames() {
  return this[kOutHeaders] === null ? [] : Object.keys(this[kOutHeaders]);
};

OutgoingMessage.prototype.getRawHeaderNames = function getRawHeaderNames() {
  return Object.values(this[kOutHeaders] ?? {}).map((entry) => entry[0]);
};

OutgoingMessage.prototype.getHeaders = function getHeaders() {
  const out = { __proto__: null };
  for (const key in this[kOutHeaders]) out[key] = this[kOutHeaders][key][1];
  return out;
};

OutgoingMessage.prototype.hasHeader = function hasHeader(name) {
  validateString(name, 'name');
  return this[kOutHeaders] !== null && this[kOutHeaders][name.toLowerCase()] !== undefined;
};

OutgoingMessage.prototype.removeHeader = function removeHeader(name) {
  validateString(name, 'name');
  checkNotSent(this, 'remove');
  const key = name.toLowerCase();
  if (key === 'connection') this._removedConnection = true;
  else if (key === 'content-length') this._removedContLen = true;
  else if (key === 'transfer-encoding') this._removedTE = true;
  else if (key === 'date') this.sendDate = false;
  if (this[kOutHeaders] !== null) delete this[kOutHeaders][key];
};

OutgoingMessage.prototype._renderHeaders = function() {
  checkNotSent(this, 'render');
  const out = {};
  for (const [name, value] of Object.values(this[kOutHeaders] ?? {})) out[name] = value;
  return out;
};

Object.defineProperty(OutgoingMessage.prototype, '_headers', {
  __proto__: null, configurable: true, enumerable: false, get() { return this.getHeaders(); },
});

OutgoingMessage.prototype._implicitHeader = function _implicitHeader() {
  throw new ERR_METHOD_NOT_IMPLEMENTED('_implicitHeader()');
};

OutgoingMessage.prototype._storeHeader = function _storeHeader(firstLine, headers) {
  const expects = storeHead(this, firstLine, headers);
  this._header = headText(this);
  // The client waits for an answer before it sends the body.
  if (expects) this._send('');
};

// --- Sending

// The head travels with the first piece of the body.
OutgoingMessage.prototype._send = function _send(data, encoding, callback) {
  if (!this._headerSent) {
    const header = this._header;
    this._headerSent = true;
    if (typeof data === 'string' && (!encoding || encoding === 'utf8' || encoding === 'latin1')) {
      data = header + data;
    } else {
      this._writeRaw(header, 'latin1');
    }
  }
  return this._writeRaw(data, encoding, callback);
};

OutgoingMessage.prototype._writeRaw = function _writeRaw(data, encoding, callback) {
  const socket = this[kSocket];
  if (socket?.destroyed) return false;
  if (typeof encoding === 'function') {
    callback = encoding;
    encoding = null;
  }
  if (socket && socket._httpMessage === this && socket.writable) {
    if (this.outputData.length > 0) this._flushOutput(socket);
    return socket.write(data, encoding, callback);
  }
  if (this.outputData === noOutput) this.outputData = [];
  this.outputData.push({ data, encoding, callback });
  this.outputSize += data.length;
  this._onPendingData(data.length);
  return this.outputSize < this[kHighWaterMark];
};

OutgoingMessage.prototype._flushOutput = function _flushOutput(socket) {
  const waiting = this.outputData;
  if (waiting.length === 0) return undefined;
  this.outputData = noOutput;
  const size = this.outputSize;
  this.outputSize = 0;
  let accepted;
  socket.cork();
  for (const { data, encoding, callback } of waiting) {
    accepted = socket.write(data, encoding, callback);
  }
  socket.uncork();
  this._onPendingData(-size);
  return accepted;
};

OutgoingMessage.prototype._flush = function _flush() {
  const socket = this[kSocket];
  if (!socket?.writable) return;
  const accepted = this._flushOutput(socket);
  if (this.finished) {
    this._finish();
  } else if (accepted && this[kNeedDrain]) {
    this[kNeedDrain] = false;
    this.emit('drain');
  }
};

OutgoingMessage.prototype._finish = function _finish() {
  this.emit('prefinish');
};

const byteLength = (chunk, encoding) =>
  (typeof chunk === 'string' ? Buffer.byteLength(chunk, encoding) : chunk.byteLength);

// Sends a piece of body (or nothing) with the head before it, if that is due. last: the message ends.
OutgoingMessage.prototype._sendPiece = function(chunk, encoding, last, callback) {
  const chunked = this.chunkedEncoding && this._hasBody;
  if (!chunked) {
    if (chunk === undefined) {
      if (!last || !this._headerSent) return this._send('', 'latin1', callback);
      // Behind everything that is under way.
      if (this.writableLength > 0) return this._writeRaw('', 'latin1', callback);
      process.nextTick(callback);
      return true;
    }
    return this._send(chunk, encoding, callback);
  }
  const end = last ? `0\r\n${this._trailer}\r\n` : '';
  if (chunk === undefined) return this._send(end, 'latin1', callback);
  const size = `${byteLength(chunk, encoding).toString(16)}\r\n`;
  if (typeof chunk === 'string' && (!encoding || encoding === 'utf8')) {
    return this._send(`${size}${chunk}\r\n${end}`, 'utf8', callback);
  }
  const socket = this[kSocket];
  socket?.cork();
  this._send(size, 'latin1');
  this._send(chunk, encoding);
  const accepted = this._send(`\r\n${end}`, 'latin1', callback);
  socket?.uncork();
  return accepted;
};

// Sends the last piece; 'finish' follows once all is out.
OutgoingMessage.prototype._sendLast = function(chunk, encoding, callback) {
  this._sendPiece(chunk, encoding, true, (error) => {
    callback?.(error);
    if (!error && !this[kSocket]?._hadError) this.emit('finish');
  });
};

// Whether the composer counts the bytes of a whole body itself.
OutgoingMessage.prototype._countsBody = function() {
  return false;
};

function fail(message, error, callback) {
  if (callback) process.nextTick(callback, error);
  process.nextTick(() => {
    if (typeof message.emit === 'function' && !message.destroyed) message.emit('error', error);
  });
}

function checkChunk(chunk) {
  if (chunk === null) throw new ERR_STREAM_NULL_VALUES();
  if (typeof chunk !== 'string' && !isUint8Array(chunk)) {
    throw new ERR_INVALID_ARG_TYPE('chunk', ['string', 'Buffer', 'Uint8Array'], chunk);
  }
}

function checkLength(message, chunk, encoding, last) {
  if (!message.strictContentLength) return;
  message[kBytesWritten] += chunk === undefined ? 0 : byteLength(chunk, encoding);
  const expected = message._contentLength;
  if (message._removedContLen || expected === null || expected === kLengthOfBody) return;
  const sent = message[kBytesWritten];
  if (sent > expected || (last && message._hasBody && sent !== expected)) {
    throw new ERR_HTTP_CONTENT_LENGTH_MISMATCH(sent, expected);
  }
}

// Joins what was written while corked with what follows.
function takeCorked(message, chunk, encoding) {
  const pieces = message[kCorkedPieces];
  message[kCorkedPieces] = null;
  if (chunk !== undefined) pieces.push({ chunk, encoding });
  const callbacks = pieces.map((piece) => piece.callback).filter(Boolean);
  return {
    chunk: Buffer.concat(pieces.map((piece) => (typeof piece.chunk === 'string' ?
      Buffer.from(piece.chunk, piece.encoding) : piece.chunk))),
    callback: (error) => callbacks.forEach((callback) => callback(error)),
  };
}

OutgoingMessage.prototype.write = function write(chunk, encoding, callback) {
  if (typeof encoding === 'function') {
    callback = encoding;
    encoding = undefined;
  }
  checkChunk(chunk);
  let error;
  if (this.finished) error = new ERR_STREAM_WRITE_AFTER_END();
  else if (this.destroyed) error = new ERR_STREAM_DESTROYED('write');
  if (error !== undefined) {
    if (this.destroyed) process.nextTick(callback ?? noop, error);
    else fail(this, error, callback);
    return false;
  }
  if (!this._header) this._implicitHeader();
  if (!this._hasBody) {
    if (this[kRejectBody]) throw new ERR_HTTP_BODY_NOT_ALLOWED();
    process.nextTick(callback ?? noop);
    return true;
  }
  checkLength(this, chunk, encoding, false);
  if (chunk.length === 0 && (this.chunkedEncoding || this._headerSent)) {
    // An empty chunk would end the message.
    if (!this._headerSent) return this._sendPiece(undefined, undefined, false, callback);
    process.nextTick(callback ?? noop);
    return true;
  }
  if (this[kCorked] > 0) {
    (this[kCorkedPieces] ??= []).push({ chunk, encoding, callback });
    return true;
  }
  const accepted = this._sendPiece(chunk, encoding, false, callback);
  if (!accepted) this[kNeedDrain] = true;
  return accepted;
};

function endTwice(message, callback) {
  if (typeof callback !== 'function') return;
  if (message.writableFinished) callback(new ERR_STREAM_ALREADY_FINISHED('end'));
  else message.on('finish', callback);
}

OutgoingMessage.prototype.end = function end(chunk, encoding, callback) {
  if (typeof chunk === 'function') {
    callback = chunk;
    chunk = undefined;
  } else if (typeof encoding === 'function') {
    callback = encoding;
    encoding = undefined;
  }
  if (chunk === null || chunk === '') chunk = undefined;
  if (chunk !== undefined) checkChunk(chunk);
  if (this.finished) {
    if (chunk !== undefined) fail(this, new ERR_STREAM_WRITE_AFTER_END(), callback);
    else endTwice(this, callback);
    return this;
  }
  if (this.destroyed && chunk !== undefined) {
    process.nextTick(callback ?? noop, new ERR_STREAM_DESTROYED('write'));
    return this;
  }
  if (chunk?.length === 0) chunk = undefined;
  if (!this._header) {
    this._contentLength = chunk === undefined ? 0 :
      this._hasBody && this._countsBody() ? kLengthOfBody : byteLength(chunk, encoding);
    this._implicitHeader();
  }
  if (chunk !== undefined && !this._hasBody) {
    if (this[kRejectBody]) throw new ERR_HTTP_BODY_NOT_ALLOWED();
    chunk = undefined;
  }
  checkLength(this, chunk, encoding, true);
  if (typeof callback === 'function') this.once('finish', callback);
  let corked;
  if (this[kCorkedPieces] !== null) {
    corked = takeCorked(this, chunk, encoding);
    ({ chunk } = corked);
  }
  this[kCorked] = 0;
  this.finished = true;
  this._sendLast(chunk, encoding, corked?.callback);
  if (this.outputData.length === 0 && this[kSocket]?._httpMessage === this) this._finish();
  return this;
};

OutgoingMessage.prototype.cork = function cork() {
  this[kCorked]++;
};

OutgoingMessage.prototype.uncork = function uncork() {
  if (this[kCorked] === 0 || --this[kCorked] > 0 || this[kCorkedPieces] === null) return;
  const { chunk, callback } = takeCorked(this);
  if (!this._sendPiece(chunk, undefined, false, callback)) this[kNeedDrain] = true;
};

OutgoingMessage.prototype.flushHeaders = function flushHeaders() {
  if (!this._header) this._implicitHeader();
  if (!this._headerSent) this._sendPiece(undefined, undefined, false);
};

OutgoingMessage.prototype.addTrailers = function addTrailers(headers) {
  this._trailer = '';
  const add = (name, value) => {
    validateHeaderName(name, 'Trailer name');
    if (hasInvalidChar(value)) {
      throw new (require('internal/errors').codes.ERR_INVALID_CHAR)('trailer content', name);
    }
    this._trailer += `${name}: ${value}\r\n`;
  };
  const entries = Array.isArray(headers) ? headers : Object.entries(headers);
  for (const [name, value] of entries) {
    if (Array.isArray(value)) value.forEach((one) => add(name, one));
    else add(name, value);
  }
};

OutgoingMessage.prototype.setTimeout = function setTimeout(after, callback) {
  if (callback) this.on('timeout', callback);
  if (this.socket) this.socket.setTimeout(after);
  else this.once('socket', (socket) => socket.setTimeout(after));
  return this;
};

OutgoingMessage.prototype.destroy = function destroy(error) {
  if (this.destroyed) return this;
  this.destroyed = true;
  this[kErrored] = error;
  if (this[kSocket]) this[kSocket].destroy(error);
  else this.once('socket', (socket) => socket.destroy(error));
  return this;
};

OutgoingMessage.prototype.pipe = function pipe() {
  this.emit('error', new ERR_STREAM_CANNOT_PIPE());
};

OutgoingMessage.prototype[require('events').captureRejectionSymbol] = function(error) {
  this.destroy(error);
};

module.exports = { OutgoingMessage, kErrored, kHighWaterMark, kNeedDrain, kSocket };
