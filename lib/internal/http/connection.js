'use strict';

// ServerConnection: one connection of an http.Server: its parser, the requests that came and the
// responses that have not gone out, in order.
//
// A native one reads and writes its handle without a net.Socket, which is made when somebody asks
// for it. Another one stands on any Duplex: its input comes from 'data' events, and its responses
// write to the Duplex.

const {
  codes: { ERR_HTTP_REQUEST_TIMEOUT }, ErrnoException,
} = require('internal/errors');
const { kOwner } = require('internal/stream_base_commons');
const { headerLimit, methodNames, native } = require('internal/http/common');
const {
  IncomingMessage, LazyMessage, abortMessage, completeMessage, isUntouched,
  kConnection: kMessageConnection, kEnded, kHead,
} = require('internal/http/incoming');
const { kErrored, kNeedDrain } = require('internal/http/outgoing');
const { kUniqueHeaders } = require('internal/http/outgoing_head');
const { headParts, kConnection, kFlushed } = require('internal/http/response');
const { kHttp } = require('internal/http/server_state');

const {
  KEEP_ALIVE, UPGRADE, NO_BODY, HAS_HOST, EXPECT_CONTINUE, EXPECT_OTHER,
} = native.flags;
const { LAST } = native.out;
const kServerConnection = Symbol('serverConnection');
const kOperations = Symbol('operations');
const kWriteHighWaterMark = 64 * 1024;
// So many answers may wait for an earlier one before no further requests are read.
const kMaxWaiting = 64;

const noListeners = Object.freeze([]);

let FastBuffer;
function toBuffer(arrayBuffer) {
  FastBuffer ??= require('internal/buffer').FastBuffer;
  return new FastBuffer(arrayBuffer);
}

const errorReplies = {
  '__proto__': null,
  'HPE_HEADER_OVERFLOW': '431 Request Header Fields Too Large',
  'HPE_CHUNK_EXTENSIONS_OVERFLOW': '413 Payload Too Large',
  'ERR_HTTP_REQUEST_TIMEOUT': '408 Request Timeout',
};

class ServerConnection {
  constructor(server, handle, socket) {
    this.server = server;
    this.http = server[kHttp];    // its state: see server_state.js
    this.handle = handle;         // null on a Duplex
    this.socket = socket;         // null until it is asked for
    this.parser = new native.HTTPParser();
    this.current = null;          // the response whose turn it is
    this.waiting = null;          // later responses, in order
    this.incoming = null;         // the request whose body is being received
    this.upgrading = null;        // the request that ends HTTP on this connection
    this.unanswered = [];         // requests whose responses have not ended
    this.writes = [];             // queued native writes, in order
    this.requests = 0;
    this.listeners = noListeners; // of the socket: [event, listener]
    this.closing = false;         // the last response has been given
    this.closed = false;
    this.paused = false;
    this.outputIsFull = false;    // the peer does not read: no further requests until it does
    this.executing = false;
    this.pendingInput = null;
    this.idleSince = 0;           // and its place in the server's list of idle ones
    this.idlePrevious = null;
    this.idleNext = null;
    this.isIdle = false;
    const { maxHeaderSize, insecureHTTPParser } = server;
    this.parser.initialize(native.kinds.REQUEST, this, maxHeaderSize || 16384,
                           Boolean(insecureHTTPParser), headerLimit(server.maxHeadersCount));
  }

  // --- The socket

  startNative() {
    this.parser.consume(this.handle);
    this.handle.reading = true;
    this.handle.readStart();
  }

  startOnStream() {
    const { socket } = this;
    socket[kServerConnection] = this;
    socket.parser = this.parser;
    this.listeners = [];
    this.listen('data', (chunk) => this.execute(chunk));
    this.listen('end', () => {
      if (!this.closed) this.parser.finish();
      if (!this.closed) this.inputEnded();
    });
    this.listen('drain', () => this.drained());
    this.watchSocket();
  }

  listen(event, listener) {
    this.socket.on(event, listener);
    this.listeners.push([event, listener]);
  }

  watchSocket() {
    this.listen('close', () => this.cleanUp());
    this.listen('error', (error) => this.clientError(error));
    this.listen('timeout', () => this.timedOut());
    if (this.server.timeout) this.socket.setTimeout?.(this.server.timeout);
  }

  getSocket() {
    if (this.socket !== null) return this.socket;
    const { adopt } = require('internal/net/server');
    if (this.closed) {
      this.socket = new (require('internal/net/socket').Socket)();
      this.socket.destroy();
      return this.socket;
    }
    const socket = this.socket = adopt(this.server, this.handle, { manualStart: true });
    this.handle.reading = true;
    socket[kServerConnection] = this;
    socket.parser = this.parser;
    socket._httpMessage = this.current;
    this.listeners = [];
    this.watchSocket();
    return socket;
  }

  execute(chunk) {
    // A handler may push further input while it runs.
    if (this.executing) {
      (this.pendingInput ??= []).push(chunk);
      return;
    }
    this.executing = true;
    try {
      this.parser.execute(chunk);
      while (this.pendingInput?.length > 0 && !this.closed) {
        this.parser.execute(this.pendingInput.shift());
      }
    } finally {
      this.executing = false;
    }
  }

  pauseReading() {
    if (this.paused || this.closed) return;
    this.paused = true;
    if (this.handle !== null) this.handle.readStop();
    else this.socket.pause();
  }

  resumeReading() {
    if (!this.paused || this.closed || this.outputIsFull || this.waiting?.length >= kMaxWaiting) {
      return;
    }
    this.paused = false;
    if (this.handle !== null) this.handle.readStart();
    else this.socket.resume();
  }

  // --- Requests; called by the parser

  onRequest(method, url, flags, head) {
    if (this.closing) return 0;
    if (this.isIdle) this.http.idle.remove(this);
    this.socket?._unrefTimer?.();
    // Pipelining without reading the answers.
    if (this.writes.length > 0 && this.handle.writeQueueSize >= kWriteHighWaterMark) {
      this.outputIsFull = true;
      this.pauseReading();
    }
    const req = this.makeRequest(methodNames[method], url, flags, head);
    if ((flags & UPGRADE) !== 0 && this.wantsUpgrade(req)) {
      this.upgrading = req;
      return 2;
    }
    const res = new this.http.ServerResponse(req, this.http.responseOptions);
    this.requests++;
    this.prepare(res, flags);
    this.unanswered.push(req);
    if ((flags & NO_BODY) !== 0) {
      req.complete = true;
      req[kEnded] = true;
      if (!(req instanceof LazyMessage) || !isUntouched(req)) completeMessage(req);
    } else {
      this.incoming = req;
    }
    if (this.current === null) this.makeCurrent(res);
    else this.enqueue(res);
    this.dispatch(req, res, flags);
    return 0;
  }

  makeRequest(method, url, flags, head) {
    const { server } = this;
    let req;
    if (this.http.IncomingMessage === IncomingMessage) {
      req = new LazyMessage(this, head);
    } else {
      req = new this.http.IncomingMessage(this.getSocket());
      req[kMessageConnection] = this;
      req[kHead] = head;
    }
    const major = flags >> 16 & 15;
    const minor = flags >> 20 & 15;
    req.httpVersionMajor = major;
    req.httpVersionMinor = minor;
    req.httpVersion = major === 1 && minor === 1 ? '1.1' : `${major}.${minor}`;
    req.url = url;
    req.method = method;
    req.upgrade = false;
    req.joinDuplicateHeaders = server.joinDuplicateHeaders;
    return req;
  }

  prepare(res, flags) {
    const { server } = this;
    res._keepAliveTimeout = server.keepAliveTimeout;
    res._maxRequestsPerSocket = server.maxRequestsPerSocket;
    res[kUniqueHeaders] = this.http.uniqueHeaders;
    res.shouldKeepAlive = (flags & KEEP_ALIVE) !== 0 && !this.http.draining;
    if (server.maxRequestsPerSocket > 0) {
      res.maxRequestsOnConnectionReached = server.maxRequestsPerSocket <= this.requests;
    }
    if (this.handle !== null) {
      res[kConnection] = this;
    } else {
      res.on('finish', () => this.responseFlushed(res));
    }
  }

  wantsUpgrade(req) {
    const { server } = this;
    req.upgrade = req.method === 'CONNECT' ||
      (typeof server.shouldUpgradeCallback === 'function' ? server.shouldUpgradeCallback(req) :
        server.listenerCount('upgrade') > 0);
    return req.upgrade;
  }

  dispatch(req, res, flags) {
    const { server } = this;
    const isHttp11 = req.httpVersionMajor === 1 && req.httpVersionMinor === 1;
    if (isHttp11 && (flags & HAS_HOST) === 0 && server.requireHostHeader) {
      res.writeHead(400, ['Connection', 'close']);
      res.end();
      return;
    }
    if (res.maxRequestsOnConnectionReached && this.requests > server.maxRequestsPerSocket) {
      server.emit('dropRequest', req, this.getSocket());
      res.writeHead(503);
      res.end();
      return;
    }
    if (isHttp11 && (flags & (EXPECT_CONTINUE | EXPECT_OTHER)) !== 0) {
      this.dispatchExpectation(req, res, flags);
      return;
    }
    server.emit('request', req, res);
  }

  dispatchExpectation(req, res, flags) {
    const { server } = this;
    if ((flags & EXPECT_CONTINUE) !== 0) {
      res._expect_continue = true;
      if (server.listenerCount('checkContinue') > 0) {
        server.emit('checkContinue', req, res);
      } else {
        res.writeContinue();
        server.emit('request', req, res);
      }
    } else if (server.listenerCount('checkExpectation') > 0) {
      server.emit('checkExpectation', req, res);
    } else {
      res.writeHead(417);
      res.end();
    }
  }

  onBody(arrayBuffer) {
    const req = this.incoming;
    this.socket?._unrefTimer?.();
    if (req === null || req._dumped) return;
    if (!req.push(toBuffer(arrayBuffer))) this.pauseReading();
  }

  onComplete(trailers) {
    const req = this.incoming;
    this.incoming = null;
    if (req !== null) completeMessage(req, trailers);
    if (this.current === null && !this.closing && this.requests > 0) this.becomeIdle();
  }

  // The head was that of an upgrade or CONNECT; what follows belongs to the listener.
  onUpgrade(arrayBuffer) {
    const req = this.upgrading;
    const { server } = this;
    const socket = this.getSocket();
    this.handOver();
    req.complete = true;
    const event = req.method === 'CONNECT' ? 'connect' : 'upgrade';
    if (server.listenerCount(event) === 0) {
      socket.destroy();
      return;
    }
    socket.readableFlowing = null;
    server.emit(event, req, socket, toBuffer(arrayBuffer));
  }

  // From here on the socket is an ordinary one.
  handOver() {
    const { socket } = this;
    const { handle } = this;
    this.release();
    socket.parser = null;
    socket._httpMessage = null;
    for (const [event, listener] of this.listeners) socket.removeListener(event, listener);
    if (handle !== null) {
      handle.readStop();
      handle.reading = false;
      handle[kOwner] = socket;
    } else {
      socket.pause();
    }
  }

  onError(code, reason, bytesParsed, arrayBuffer) {
    const error = new Error(`Parse Error: ${reason}`);
    error.code = code;
    error.reason = reason;
    error.bytesParsed = bytesParsed;
    error.rawPacket = toBuffer(arrayBuffer);
    this.pauseReading();
    if (this.handle === null) this.socket.pause();
    this.clientError(error);
  }

  onEnd(status) {
    if (status === binding('uv').UV_EOF) {
      this.inputEnded();
      if (this.socket !== null && !this.socket.destroyed) {
        this.socket.push(null);
        this.socket.read(0);
      }
      return;
    }
    const error = new ErrnoException(status, 'read');
    if (this.socket !== null) this.socket.destroy(error);
    else this.clientError(error);
  }

  // --- Ends and failures

  inputEnded() {
    if (!this.server.httpAllowHalfOpen) {
      this.abortRequests();
      this.finishOutput();
      return;
    }
    const last = this.waiting?.at(-1) ?? this.current;
    if (last !== null) last._last = true;
    else this.finishOutput();
  }

  abortRequests() {
    const requests = this.unanswered;
    this.unanswered = [];
    this.incoming = null;
    for (const req of requests) abortMessage(req);
  }

  // Answers what cannot be understood, unless the program does.
  clientError(error) {
    const { server } = this;
    if (this.closed) return;
    if (server.listenerCount('clientError') > 0) {
      server.emit('clientError', error, this.getSocket());
      return;
    }
    if (error.code !== 'ECONNRESET' && error.syscall === undefined &&
        (this.current === null || !this.current._headerSent)) {
      const status = errorReplies[error.code] ?? '400 Bad Request';
      this.writeRaw(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
    }
    this.destroy(this.socket?.destroyed ? undefined : error);
  }

  writeRaw(text) {
    if (this.handle !== null) this.parser.write(text, 0);
    else if (this.socket.writable) this.socket.write(text);
  }

  timedOut() {
    const { server, socket } = this;
    const req = this.incoming;
    const handled = (req !== null && !req.complete && req.emit('timeout', socket)) |
      (this.current !== null && this.current.emit('timeout', socket)) |
      server.emit('timeout', socket);
    if (!handled) socket.destroy();
  }

  // The idle time is over.
  idleTooLong() {
    if (this.server.listenerCount('timeout') > 0) this.server.emit('timeout', this.getSocket());
    else this.destroy();
  }

  // Bytes that the parser has not seen.
  hasInput() {
    return this.handle !== null && this.parser.inputWaiting();
  }

  isUnused() {
    return this.requests === 0 && this.handle !== null && this.handle.bytesRead === 0;
  }

  isBetweenRequests() {
    return this.current === null && this.requests > 0 && !this.parser.inMessage() &&
      this.writes.length === 0;
  }

  // A request has not come whole in time.
  checkExpired(headersTimeout, requestTimeout) {
    if (!this.parser.expired(headersTimeout, requestTimeout)) return;
    this.clientError(new ERR_HTTP_REQUEST_TIMEOUT());
  }

  destroyByMessage(error) {
    this.destroy(error);
  }

  destroy(error) {
    if (this.closed) return;
    if (this.socket !== null) {
      this.socket.destroy(error);
    } else {
      this.handle.close();
      this.cleanUp();
    }
  }

  // Closes once everything that was written has gone out.
  finishOutput() {
    if (this.closed) return;
    if (this.socket !== null) {
      this.socket.destroySoon?.() ?? this.socket.end();
    } else if (this.handle.writeQueueSize === 0) {
      this.destroy();
    } else {
      this.handle.shutdown({ oncomplete: () => this.destroy() });
    }
  }

  // Leaves the parser and the server.
  release() {
    this.closed = true;
    this.parser.close();
    if (this.isIdle) this.http.idle.remove(this);
    this.http.open.delete(this);
  }

  cleanUp() {
    if (this.closed) return;
    const { server } = this;
    this.release();
    this.abortRequests();
    const lost = this.writes.filter((write) => write.last).map((write) => write.res);
    if (this.current !== null) lost.push(this.current);
    if (this.waiting !== null) lost.push(...this.waiting);
    this.current = null;
    this.waiting = null;
    for (const res of lost) closeResponse(res);
    if (this.socket === null) {
      server._connections--;
      server._emitCloseIfDrained();
    }
  }

  // --- Responses

  makeCurrent(res) {
    this.current = res;
    if (this.handle === null) res.assignSocket(this.socket);
    else if (this.socket !== null) this.socket._httpMessage = res;
  }

  enqueue(res) {
    res[kOperations] = [];
    (this.waiting ??= []).push(res);
    if (this.waiting.length >= kMaxWaiting) this.pauseReading();
  }

  sendHead(res, chunk, flags, callback) {
    if (this.current !== res) return this.postpone(res, chunk, flags, callback, true);
    const status = headParts(res, (first, lines, connection) =>
      this.parser.respond(first, lines, connection, flags, chunk));
    return this.settle(res, status, flags, callback);
  }

  sendPiece(res, chunk, flags, callback) {
    if (this.current !== res) return this.postpone(res, chunk, flags, callback, false);
    // Nothing to send, but its callback comes behind what is under way.
    const status = this.parser.write(chunk, flags, res._trailer);
    return this.settle(res, status, flags, callback);
  }

  postpone(res, chunk, flags, callback, isHead) {
    if (this.closed || res[kOperations] === undefined) {
      if (callback) process.nextTick(callback, res[kErrored] ?? undefined);
      return false;
    }
    res[kOperations].push({ chunk, flags, callback, isHead });
    return res[kOperations].length < 16;
  }

  // status: of a native write. Returns whether more may be written.
  settle(res, status, flags, callback) {
    const last = (flags & LAST) !== 0;
    if (status < 0) {
      if (callback && !last) process.nextTick(callback, new ErrnoException(status, 'write'));
      this.destroy();
      return false;
    }
    this.socket?._unrefTimer?.();
    if (status === 1) this.writes.push({ res, last, callback });
    else if (last) process.nextTick(responseFlushed, this, res, callback);
    else if (callback) process.nextTick(callback, null);
    if (last) this.advance(res);
    return status === 0 || this.handle.writeQueueSize < kWriteHighWaterMark;
  }

  // The response has been given whole; the next one takes its turn.
  advance(res) {
    this.current = null;
    if (res._last) {
      this.closing = true;
      this.waiting = null;
      return;
    }
    const next = this.waiting?.shift();
    if (next === undefined) {
      if (this.incoming === null) this.becomeIdle();
      return;
    }
    this.makeCurrent(next);
    const operations = next[kOperations];
    next[kOperations] = undefined;
    for (const { chunk, flags, callback, isHead } of operations ?? []) {
      if (isHead) this.sendHead(next, chunk, flags, callback);
      else this.sendPiece(next, chunk, flags, callback);
    }
    this.resumeReading();
  }

  becomeIdle() {
    if (!this.closed && !this.isIdle) this.http.idle.add(this);
  }

  // A queued write has ended.
  onWritten(status) {
    const write = this.writes.shift();
    if (this.closed) return;
    if (status < 0) {
      write?.callback?.(new ErrnoException(status, 'write'));
      this.destroy();
      return;
    }
    this.socket?._unrefTimer?.();
    if (write !== undefined) {
      if (write.last) this.responseFlushed(write.res, write.callback);
      else write.callback?.(null);
    }
    if (this.closed || this.writes.length > 0) return;
    if (this.outputIsFull) {
      this.outputIsFull = false;
      this.resumeReading();
    }
    this.drained();
  }

  drained() {
    const res = this.current;
    if (res === null || !res[kNeedDrain]) return;
    res[kNeedDrain] = false;
    res.emit('drain');
  }

  waitingBytes(res) {
    return this.current === res || this.closed ? 0 : res[kOperations]?.reduce(
      (sum, { chunk }) => sum + (chunk?.length ?? 0), 0) ?? 0;
  }

  // All of a response is with the system.
  responseFlushed(res, callback) {
    const { req } = res;
    const index = this.unanswered.indexOf(req);
    if (index >= 0) this.unanswered.splice(index, 1);
    if (!req._consumed) req._dump();
    // A time limit that the response or request has set ends with them.
    if (this.socket?.timeout) this.socket.setTimeout?.(this.server.timeout);
    const onStream = this.handle === null;
    if (onStream) {
      if (this.current === res) res.detachSocket(this.socket);
      this.advance(res);
    } else {
      res[kFlushed] = true;
      res[kConnection] = null;
    }
    callback?.(null);
    if (!onStream && res._events !== undefined) {
      res.emit('prefinish');
      res.emit('finish');
    }
    if (res._events === undefined) res._closed = true;
    else process.nextTick(closeResponse, res, true);
    if (this.closing && res._last) this.finishOutput();
  }
}

function responseFlushed(connection, res, callback) {
  connection.responseFlushed(res, callback);
}

function closeResponse(res, flushed) {
  if (res._closed) return;
  if (!flushed) res.destroyed = true;
  res._closed = true;
  res[kConnection] = null;
  res.emit('close');
}

native.setCallbacks(
  function onRequest(method, url, flags, head) {
    return this.onRequest(method, url, flags, head);
  },
  function onResponse(status, message, flags, head) {
    return this.onResponse(status, message, flags, head);
  },
  function onBody(arrayBuffer) {
    this.onBody(arrayBuffer);
  },
  function onComplete(trailers) {
    this.onComplete(trailers);
  },
  function onUpgrade(arrayBuffer) {
    this.onUpgrade(arrayBuffer);
  },
  function onError(code, reason, bytesParsed, arrayBuffer) {
    this.onError(code, reason, bytesParsed, arrayBuffer);
  },
  function onEnd(status) {
    this.onEnd(status);
  },
  function onWritten(status) {
    this.onWritten(status);
  },
);

module.exports = { ServerConnection, kServerConnection };
