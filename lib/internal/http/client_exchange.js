'use strict';

// ClientExchange: one request and its response on one socket. Reads the socket until the response is
// complete and then lets go of it.

const { ConnResetException } = require('internal/errors');
const { headerLimit, native } = require('internal/http/common');
const {
  IncomingMessage, abortMessage, completeMessage, kConnection, kHead,
} = require('internal/http/incoming');
const { kNeedDrain } = require('internal/http/outgoing');

require('internal/http/connection'); // sets the parser's callbacks

const { KEEP_ALIVE } = native.flags;

let FastBuffer;
function toBuffer(arrayBuffer) {
  FastBuffer ??= require('internal/buffer').FastBuffer;
  return new FastBuffer(arrayBuffer);
}

class ClientExchange {
  constructor(req, socket) {
    this.req = req;
    this.socket = socket;
    this.res = null;
    this.done = false;       // the socket is no longer ours
    this.listeners = [
      ['data', (chunk) => this.received(chunk)],
      ['end', () => this.inputEnded()],
      ['error', (error) => this.failed(error)],
      ['close', () => this.closed()],
      ['drain', () => this.drained()],
    ];
    this.parser = new native.HTTPParser();
    this.parser.initialize(native.kinds.RESPONSE, this, req.maxHeaderSize || 16384,
                           Boolean(req.insecureHTTPParser), headerLimit(req.maxHeadersCount));
    for (const [event, listener] of this.listeners) socket.on(event, listener);
    socket.parser = this.parser;
    // A reused socket stands still.
    if (socket.isPaused?.()) socket.resume();
  }

  release() {
    if (this.done) return;
    this.done = true;
    this.parser.close();
    this.socket.parser = null;
    for (const [event, listener] of this.listeners) this.socket.removeListener(event, listener);
  }

  received(chunk) {
    if (!this.done) this.parser.execute(chunk);
  }

  inputEnded() {
    const { req, socket } = this;
    if (this.done) return;
    if (this.res === null && !socket._hadError) {
      socket._hadError = true;
      req._fail(new ConnResetException('socket hang up'));
    }
    this.parser.finish();
    if (!this.done) socket.end();
  }

  failed(error) {
    const { req, socket } = this;
    if (this.done) return;
    socket._hadError = true;
    req._fail(error);
    this.parser.finish();
    socket.destroy();
  }

  closed() {
    const { req, res, socket } = this;
    if (this.done) return;
    this.parser.finish();
    this.release();
    req.destroyed = true;
    if (res !== null) {
      if (!res.complete) abortMessage(res);
    } else if (!socket._hadError) {
      socket._hadError = true;
      req._fail(new ConnResetException('socket hang up'));
    }
    req._close();
  }

  drained() {
    if (!this.req[kNeedDrain]) return;
    this.req[kNeedDrain] = false;
    this.req.emit('drain');
  }

  getSocket() {
    return this.socket;
  }

  pauseReading() {
    this.socket.pause();
  }

  resumeReading() {
    if (!this.done) this.socket.resume();
  }

  destroyByMessage(error) {
    if (!this.done && !this.socket.destroyed) this.socket.destroy(error);
  }

  // --- Called by the parser

  onResponse(status, message, flags, head) {
    const { req, socket } = this;
    if (this.res !== null) {
      // A second response to the same request.
      socket.destroy();
      return 0;
    }
    const res = this.makeResponse(status, message, flags, head);
    if (req.method === 'CONNECT') {
      res.upgrade = true;
      this.res = req.res = res;
      return 2;
    }
    if (status >= 100 && status < 200 && status !== 101) {
      this.inform(res, status);
      return 1;
    }
    this.res = req.res = res;
    if (status === 101) {
      res.upgrade = true;
      return 2;
    }
    if (req.shouldKeepAlive && (flags & KEEP_ALIVE) === 0) req.shouldKeepAlive = false;
    res.on('end', () => req._responseEnded(res));
    if (req.timeoutCb) socket.removeListener('timeout', req.timeoutCb);
    if (req.aborted || !req.emit('response', res)) res._dump();
    return req.method === 'HEAD' ? 1 : 0;
  }

  makeResponse(status, message, flags, head) {
    const { req } = this;
    const res = new IncomingMessage(this.socket);
    res[kConnection] = this;
    res[kHead] = head;
    res.httpVersionMajor = flags >> 16 & 15;
    res.httpVersionMinor = flags >> 20 & 15;
    res.httpVersion = `${res.httpVersionMajor}.${res.httpVersionMinor}`;
    res.statusCode = status;
    res.statusMessage = message;
    res.upgrade = false;
    res.joinDuplicateHeaders = req.joinDuplicateHeaders;
    res.req = req;
    return res;
  }

  inform(res, status) {
    const { req } = this;
    if (status === 100) req.emit('continue');
    req.emit('information', {
      statusCode: res.statusCode,
      statusMessage: res.statusMessage,
      httpVersion: res.httpVersion,
      httpVersionMajor: res.httpVersionMajor,
      httpVersionMinor: res.httpVersionMinor,
      headers: res.headers,
      rawHeaders: res.rawHeaders,
    });
    this.informed = true;
  }

  onBody(arrayBuffer) {
    const { res } = this;
    if (res === null || res._dumped) return;
    if (!res.push(toBuffer(arrayBuffer))) this.pauseReading();
  }

  onComplete(trailers) {
    const { res } = this;
    if (res === null) return; // a 1xx response
    completeMessage(res, trailers);
    this.finishedReading();
  }

  // The response is complete: the socket's further input is not for this request.
  finishedReading() {
    const { socket } = this;
    this.completed = true;
    for (const [event, listener] of this.listeners) {
      if (event === 'data') socket.removeListener(event, listener);
    }
  }

  onUpgrade(arrayBuffer) {
    const { req, res, socket } = this;
    const event = req.method === 'CONNECT' ? 'connect' : 'upgrade';
    this.release();
    res.complete = true;
    socket.readableFlowing = null;
    req.upgradeOrConnect = true;
    socket.emit('agentRemove');
    if (req.timeoutCb) socket.setTimeout(0, req.timeoutCb);
    if (req.listenerCount(event) > 0) {
      req.emit(event, res, socket, toBuffer(arrayBuffer));
      req.destroyed = true;
      req._close();
    } else {
      socket.destroy();
    }
  }

  onError(code, reason, bytesParsed, arrayBuffer) {
    if (this.done || this.completed) return;
    const { req, socket } = this;
    const error = new Error(`Parse Error: ${reason}`);
    error.code = code;
    error.reason = reason;
    error.bytesParsed = bytesParsed;
    error.rawPacket = toBuffer(arrayBuffer);
    if (!socket._hadError) {
      socket._hadError = true;
      if (this.res === null) req._fail(error);
    }
    socket.destroy();
  }
}

module.exports = { ClientExchange };
