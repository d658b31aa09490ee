'use strict';

// ServerResponse. One that belongs to a native connection (see connection.js) hands its head in
// parts and its body as it is to the composer; otherwise it writes to its socket as text.

const {
  codes: {
    ERR_HTTP_HEADERS_SENT, ERR_HTTP_INVALID_STATUS_CODE, ERR_HTTP_SOCKET_ASSIGNED,
    ERR_INVALID_ARG_VALUE, ERR_INVALID_CHAR,
  },
} = require('internal/errors');
const { Buffer } = require('buffer');
const { hasInvalidChar, native, STATUS_CODES } = require('internal/http/common');
const { OutgoingMessage, kErrored, kSocket } = require('internal/http/outgoing');
const {
  headText, kConnectionLines, kFirstLine, kHeadFlags, kLines, kOutHeaders, storeHead,
} = require('internal/http/outgoing_head');

const { CHUNKED, LAST, LATIN1 } = native.out;
const kConnection = Symbol('connection');
// Flushed to the system, all of it.
const kFlushed = Symbol('flushed');

function ServerResponse(req, options) {
  if (!(this instanceof ServerResponse)) return new ServerResponse(req, options);
  OutgoingMessage.call(this, options);
  this[kConnection] = null;
  this[kFlushed] = false;
  this.statusCode = 200;
  this.statusMessage = undefined;
  this.sendDate = true;
  this.req = req;
  this._sent100 = false;
  this._expect_continue = false;
  if (req.method === 'HEAD') this._hasBody = false;
  if (req.httpVersionMajor < 1 || req.httpVersionMinor < 1) {
    this.useChunkedEncodingByDefault = /(?:^|\W)chunked(?:$|\W)/i.test(req.headers.te);
    this.shouldKeepAlive = false;
  }
}
Object.setPrototypeOf(ServerResponse.prototype, OutgoingMessage.prototype);
Object.setPrototypeOf(ServerResponse, OutgoingMessage);

function override(name, property) {
  Object.defineProperty(ServerResponse.prototype, name, {
    __proto__: null, configurable: true, enumerable: true, ...property,
  });
}

const socketAccessor = {
  get() {
    const socket = this[kSocket];
    const connection = this[kConnection];
    return socket === null && connection !== null ? connection.getSocket() : socket;
  },
  set(socket) { this[kSocket] = socket; },
};
override('socket', socketAccessor);
override('connection', socketAccessor);

const baseAccessor = (name) =>
  Object.getOwnPropertyDescriptor(OutgoingMessage.prototype, name).get;
const baseLength = baseAccessor('writableLength');
const baseFinished = baseAccessor('writableFinished');
override('writableLength', {
  get() {
    const connection = this[kConnection];
    return connection === null ? baseLength.call(this) : connection.waitingBytes(this);
  },
});
override('writableFinished', {
  get() { return this[kFlushed] || (this[kConnection] === null && baseFinished.call(this)); },
});

// --- The native way

// A body that the composer does not understand becomes a buffer.
function composable(chunk, encoding) {
  if (typeof chunk !== 'string') return 0;
  switch (encoding) {
    case undefined:
    case null:
    case 'utf8':
    case 'utf-8':
      return 0;
    case 'latin1':
    case 'binary':
      return LATIN1;
    default:
      return -1;
  }
}

ServerResponse.prototype._countsBody = function() {
  return this[kConnection] !== null && !this.strictContentLength;
};

ServerResponse.prototype._storeHeader = function(firstLine, headers) {
  // Also where the server began to drain after the request came.
  if (this[kConnection]?.http.draining) this.shouldKeepAlive = false;
  if (this[kConnection] === null) {
    OutgoingMessage.prototype._storeHeader.call(this, firstLine, headers);
  } else {
    storeHead(this, firstLine, headers);
  }
};

const basePiece = OutgoingMessage.prototype._sendPiece;
ServerResponse.prototype._sendPiece = function(chunk, encoding, last, callback) {
  const connection = this[kConnection];
  if (connection === null) return basePiece.call(this, chunk, encoding, last, callback);
  let flags = composable(chunk, encoding);
  if (flags < 0) {
    chunk = Buffer.from(chunk, encoding);
    flags = 0;
  }
  if (this.chunkedEncoding && this._hasBody) flags |= CHUNKED;
  if (last) flags |= LAST;
  if (this._headerSent) return connection.sendPiece(this, chunk, flags, callback);
  this._headerSent = true;
  // The composer knows trailers behind a further piece only.
  if (last && this._trailer !== '' && (flags & CHUNKED) !== 0) {
    connection.sendHead(this, chunk, flags & ~LAST);
    return connection.sendPiece(this, undefined, CHUNKED | LAST, callback);
  }
  return connection.sendHead(this, chunk, flags | this[kHeadFlags], callback);
};

const baseLast = OutgoingMessage.prototype._sendLast;
ServerResponse.prototype._sendLast = function(chunk, encoding, callback) {
  // The connection emits 'finish'.
  if (this[kConnection] !== null) this._sendPiece(chunk, encoding, true, callback);
  else baseLast.call(this, chunk, encoding, callback);
};

// Calls f(firstLine, lines, connectionLines) of the head.
function headParts(res, f) {
  return f(res[kFirstLine], res[kLines], res[kConnectionLines]);
}

const baseWriteRaw = OutgoingMessage.prototype._writeRaw;
ServerResponse.prototype._writeRaw = function(data, encoding, callback) {
  const connection = this[kConnection];
  if (connection === null) return baseWriteRaw.call(this, data, encoding, callback);
  if (typeof encoding === 'function') {
    callback = encoding;
    encoding = null;
  }
  const chunk = typeof data === 'string' ? Buffer.from(data, encoding ?? 'utf8') : data;
  return connection.sendPiece(this, chunk, 0, callback);
};

const baseSend = OutgoingMessage.prototype._send;
ServerResponse.prototype._send = function(data, encoding, callback) {
  if (this[kConnection] !== null && !this._headerSent) {
    this._headerSent = true;
    this._writeRaw(headText(this), 'latin1');
    if (data.length === 0) return true;
  }
  return baseSend.call(this, data, encoding, callback);
};

ServerResponse.prototype.destroy = function destroy(error) {
  const connection = this[kConnection];
  if (connection === null || this.destroyed) {
    return OutgoingMessage.prototype.destroy.call(this, error);
  }
  this.destroyed = true;
  this[kErrored] = error;
  connection.destroy(error);
  return this;
};

// --- Sockets

function onSocketClose() {
  // Emitted by the socket; the message may have been detached meanwhile.
  const res = this._httpMessage;
  if (!res) return;
  res.destroyed = true;
  res._closed = true;
  res.emit('close');
}

ServerResponse.prototype.assignSocket = function assignSocket(socket) {
  if (socket._httpMessage) throw new ERR_HTTP_SOCKET_ASSIGNED();
  socket._httpMessage = this;
  socket.on('close', onSocketClose);
  this[kSocket] = socket;
  this.emit('socket', socket);
  this._flush();
};

ServerResponse.prototype.detachSocket = function detachSocket(socket) {
  socket.removeListener('close', onSocketClose);
  socket._httpMessage = null;
  this[kSocket] = null;
};

// --- Heads

ServerResponse.prototype._implicitHeader = function _implicitHeader() {
  this.writeHead(this.statusCode);
};

// Status lines with their own phrases.
const statusLines = [];

function statusLine(code, message) {
  if (message !== STATUS_CODES[code]) {
    if (hasInvalidChar(message)) throw new ERR_INVALID_CHAR('statusMessage');
    return `HTTP/1.1 ${code} ${message}\r\n`;
  }
  return statusLines[code] ??= `HTTP/1.1 ${code} ${message}\r\n`;
}

// Puts the headers of writeHead over those that were set.
function mergeHeaders(res, headers) {
  if (!Array.isArray(headers)) {
    for (const name of Object.keys(headers)) {
      if (name) res.setHeader(name, headers[name]);
    }
    return;
  }
  const pairs = Array.isArray(headers[0]) ? headers : [];
  if (pairs !== headers) {
    if (headers.length % 2 !== 0) throw new ERR_INVALID_ARG_VALUE('headers', headers);
    for (let i = 0; i < headers.length; i += 2) pairs.push([headers[i], headers[i + 1]]);
  }
  for (const [name] of pairs) res.removeHeader(name);
  for (const [name, value] of pairs) res.appendHeader(name, value);
}

ServerResponse.prototype.writeHead = function writeHead(statusCode, reason, headers) {
  if (this._header) throw new ERR_HTTP_HEADERS_SENT('write');
  const given = statusCode;
  statusCode |= 0;
  if (statusCode < 100 || statusCode > 999) throw new ERR_HTTP_INVALID_STATUS_CODE(given);
  if (typeof reason === 'string') {
    this.statusMessage = reason;
  } else {
    this.statusMessage ||= STATUS_CODES[statusCode] || 'unknown';
    headers ??= reason;
  }
  this.statusCode = statusCode;
  let all = headers;
  if (this[kOutHeaders] !== null) {
    if (headers) mergeHeaders(this, headers);
    all = this[kOutHeaders];
  }
  const line = statusLine(statusCode, this.statusMessage);
  if (statusCode === 204 || statusCode === 304 || statusCode < 200) this._hasBody = false;
  // A client that still waits to send its body does not know where it would begin.
  if (this._expect_continue && !this._sent100) this.shouldKeepAlive = false;
  this._storeHeader(line, all);
  return this;
};
ServerResponse.prototype.writeHeader = ServerResponse.prototype.writeHead;

ServerResponse.prototype.writeContinue = function writeContinue(callback) {
  this._writeRaw('HTTP/1.1 100 Continue\r\n\r\n', 'ascii', callback);
  this._sent100 = true;
};

ServerResponse.prototype.writeProcessing = function writeProcessing(callback) {
  this._writeRaw('HTTP/1.1 102 Processing\r\n\r\n', 'ascii', callback);
};

ServerResponse.prototype.writeEarlyHints = function writeEarlyHints(hints, callback) {
  const { validateHeaderName, validateHeaderValue } = require('internal/http/common');
  const { validateLinkHeaderValue, validateObject } = require('internal/validators');
  if (this._header) throw new ERR_HTTP_HEADERS_SENT('write');
  validateObject(hints, 'hints');
  if (hints.link === null || hints.link === undefined) return;
  const link = validateLinkHeaderValue(hints.link);
  if (link.length === 0) return;
  if (hasInvalidChar(link)) throw new ERR_INVALID_CHAR('header content', 'Link');
  let head = `HTTP/1.1 103 Early Hints\r\nLink: ${link}\r\n`;
  for (const name of Object.keys(hints)) {
    if (name === 'link') continue;
    validateHeaderName(name);
    validateHeaderValue(name, hints[name]);
    head += `${name}: ${hints[name]}\r\n`;
  }
  this._writeRaw(`${head}\r\n`, 'latin1', callback);
};

module.exports = { ServerResponse, headParts, kConnection, kFlushed };
