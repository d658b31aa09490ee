'use strict';

// IncomingMessage: a request seen by a server, or a response seen by a client. What a program may
// never look at (the raw header list, the headers object, the stream's state, the socket) is made
// when it is first asked for.

const { Readable } = require('stream');
const { ConnResetException } = require('internal/errors');
const { splitHead } = require('internal/http/common');
const { addHeader, buildDistinct, buildHeaders } = require('internal/http/incoming_headers');

const kHead = Symbol('head');                 // raw headers as the parser gave them
const kRawHeaders = Symbol('rawHeaders');
const kHeaders = Symbol('headers');
const kHeadersDistinct = Symbol('headersDistinct');
const kTrailers = Symbol('trailers');
const kTrailersDistinct = Symbol('trailersDistinct');
const kReadable = Symbol('readableState');
const kEnded = Symbol('ended');               // nothing (more) follows the head
const kSocket = Symbol('socket');
const kConnection = Symbol('connection');     // what reads the socket for this message
const kSignal = Symbol('signal');

function IncomingMessage(socket) {
  if (!(this instanceof IncomingMessage)) return new IncomingMessage(socket);
  Readable.call(this, socket ? { highWaterMark: socket.readableHighWaterMark } : undefined);
  this._readableState.readingMore = true;
  initialize(this, socket, null, '');
}

function initialize(message, socket, connection, head) {
  message[kSocket] = socket;
  message[kConnection] = connection;
  message[kHead] = head;
  message[kRawHeaders] = undefined;
  message[kHeaders] = undefined;
  message[kEnded] = false;
  message.httpVersionMajor = null;
  message.httpVersionMinor = null;
  message.httpVersion = null;
  message.complete = false;
  message.rawTrailers = [];
  message.joinDuplicateHeaders = false;
  message.aborted = false;
  message.upgrade = null;
  message.url = '';
  message.method = null;
  message.statusCode = null;
  message.statusMessage = null;
  message._consumed = false;
  message._dumped = false;
}

// An IncomingMessage whose stream is made when it is used.
function LazyMessage(connection, head) {
  this._events = undefined;
  this._eventsCount = 0;
  this._maxListeners = undefined;
  this[kReadable] = undefined;
  initialize(this, undefined, connection, head);
}
LazyMessage.prototype = IncomingMessage.prototype;

Object.setPrototypeOf(IncomingMessage.prototype, Readable.prototype);
Object.setPrototypeOf(IncomingMessage, Readable);

function accessor(name, get, set) {
  Object.defineProperty(IncomingMessage.prototype, name, {
    __proto__: null, configurable: true, enumerable: true, get, set,
  });
}

accessor('_readableState', function() {
  let state = this[kReadable];
  if (state === undefined && this[kEnded] !== undefined) {
    state = this[kReadable] = new Readable.ReadableState({}, this, false);
    state.readingMore = true;
    if (this[kEnded]) this.push(null);
  }
  return state;
}, function(state) {
  this[kReadable] = state;
});

function getSocket() {
  const socket = this[kSocket];
  return socket === undefined && this[kConnection] ? this[kConnection].getSocket() : socket;
}
function setSocket(socket) {
  this[kSocket] = socket;
}
accessor('socket', getSocket, setSocket);
accessor('client', getSocket, setSocket);
accessor('connection', getSocket, setSocket);

accessor('rawHeaders', function() {
  return this[kRawHeaders] ??= splitHead(this[kHead] ?? '');
}, function(raw) {
  this[kRawHeaders] = raw;
});

// name -> build(message), kept under a symbol of its own.
function lazy(name, key, build) {
  accessor(name, function() {
    return this[key] ??= build(this);
  }, function(value) {
    this[key] = value;
  });
}
lazy('headers', kHeaders,
     (m) => buildHeaders({}, m.rawHeaders, m.joinDuplicateHeaders));
lazy('headersDistinct', kHeadersDistinct,
     (m) => buildDistinct({ __proto__: null }, m.rawHeaders));
lazy('trailers', kTrailers,
     (m) => buildHeaders({}, m.rawTrailers, m.joinDuplicateHeaders));
lazy('trailersDistinct', kTrailersDistinct,
     (m) => buildDistinct({ __proto__: null }, m.rawTrailers));

accessor('signal', function() {
  if (this[kSignal] === undefined) {
    const controller = new AbortController();
    const abort = () => controller.abort();
    if (this.destroyed) abort();
    else this.once('close', abort);
    this[kSignal] = controller.signal;
  }
  return this[kSignal];
}, undefined);

IncomingMessage.prototype.setTimeout = function setTimeout(after, callback) {
  if (callback) this.on('timeout', callback);
  this.socket.setTimeout(after);
  return this;
};

IncomingMessage.prototype._read = function _read() {
  if (!this._consumed) {
    this._readableState.readingMore = false;
    this._consumed = true;
  }
  const connection = this[kConnection];
  if (connection) connection.resumeReading();
  else if (this[kSocket]?.readable) this[kSocket].resume?.();
};

IncomingMessage.prototype._destroy = function _destroy(error, callback) {
  if (!this.readableEnded || !this.complete) {
    this.aborted = true;
    this.emit('aborted');
  }
  // The rest of a body cannot be skipped: who destroys a message ends its connection.
  if (!this.readableEnded && !this.complete) {
    const connection = this[kConnection];
    if (connection) connection.destroyByMessage(error);
    else if (this[kSocket] && !this[kSocket].destroyed) this[kSocket].destroy?.(error);
  }
  // Nobody has to listen for the other end going away.
  if (error && !this.listenerCount('error')) error = null;
  process.nextTick(callback, error);
};

IncomingMessage.prototype._addHeaderLines = function(raw) {
  if (this.complete) {
    this.rawTrailers = raw;
    this[kTrailers] = undefined;
  } else {
    this[kRawHeaders] = raw;
    this[kHeaders] = undefined;
  }
};

IncomingMessage.prototype._addHeaderLine = function(name, value, out) {
  addHeader(out, name, value, this.joinDuplicateHeaders);
};

// Reads and forgets the rest of the body.
IncomingMessage.prototype._dump = function _dump() {
  if (this._dumped) return;
  this._dumped = true;
  if (isUntouched(this) && this[kEnded]) return;
  this._readableState.readingMore = false;
  this.resume();
};

IncomingMessage.prototype._dumpAndCloseReadable = function() {
  this._dumped = true;
  const state = this._readableState;
  state.ended = true;
  state.endEmitted = true;
  state.destroyed = true;
  state.closed = true;
  state.closeEmitted = true;
};

// The parser has seen the end of the message.
function completeMessage(message, trailers) {
  message.complete = true;
  message[kEnded] = true;
  if (trailers) message.rawTrailers = splitHead(trailers);
  if (message[kReadable] !== undefined) message.push(null);
}

// The connection is lost before the end.
function abortMessage(message) {
  if (message.destroyed || (message.complete && (isUntouched(message) || message.readableEnded))) {
    return;
  }
  message.destroy(new ConnResetException('aborted'));
}

// Whether nobody has looked at the message as a stream or listens to it.
function isUntouched(message) {
  return message[kReadable] === undefined && message._events === undefined;
}

module.exports = {
  IncomingMessage, LazyMessage, abortMessage, completeMessage, isUntouched, kConnection, kEnded,
  kHead, kReadable, kSocket,
};
