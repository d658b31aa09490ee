'use strict';

// What an http.Server keeps beside its public properties, under server[kHttp].

const timers = require('timers');
const { now } = require('internal/http/common').native;

const kHttp = Symbol('http');

// Connections that wait for their next request, longest first, and the timer that ends them.
class IdleList {
  constructor(server) {
    this.server = server;
    this.first = null;
    this.last = null;
    this.timer = null;
    this.quietMs = 0; // while draining: how long a connection may be silent
  }

  limit() {
    if (this.quietMs > 0) return this.quietMs;
    const { keepAliveTimeout, keepAliveTimeoutBuffer } = this.server;
    return keepAliveTimeout > 0 ? keepAliveTimeout + keepAliveTimeoutBuffer : 0;
  }

  add(connection) {
    connection.isIdle = true;
    connection.idleSince = now();
    connection.idlePrevious = this.last;
    connection.idleNext = null;
    if (this.last === null) this.first = connection;
    else this.last.idleNext = connection;
    this.last = connection;
    if (this.timer === null) this.arm();
  }

  remove(connection) {
    connection.isIdle = false;
    const { idlePrevious: previous, idleNext: next } = connection;
    if (previous === null) this.first = next;
    else previous.idleNext = next;
    if (next === null) this.last = previous;
    else next.idlePrevious = previous;
    connection.idlePrevious = connection.idleNext = null;
  }

  arm() {
    const limit = this.limit();
    if (limit === 0 || this.first === null) return;
    const left = Math.max(this.first.idleSince + limit - now(), 1);
    this.timer = timers.setTimeout(() => this.expire(), left).unref();
  }

  expire() {
    this.timer = null;
    const limit = this.limit();
    const time = now();
    while (this.first !== null && limit > 0 && this.first.idleSince + limit <= time) {
      const connection = this.first;
      this.remove(connection);
      // What has arrived meanwhile is a request.
      if (connection.hasInput()) continue;
      connection.idleTooLong();
    }
    this.arm();
  }

  // From now on silence counts from here.
  startQuiet(quietMs) {
    this.quietMs = quietMs;
    const time = now();
    for (let c = this.first; c !== null; c = c.idleNext) c.idleSince = time;
    if (this.timer !== null) timers.clearTimeout(this.timer);
    this.timer = null;
    this.arm();
  }
}

class ServerState {
  constructor(server, options) {
    this.IncomingMessage = options.IncomingMessage;
    this.ServerResponse = options.ServerResponse;
    this.uniqueHeaders = options.uniqueHeaders;
    this.responseOptions = {
      highWaterMark: server.highWaterMark,
      rejectNonStandardBodyWrites: options.rejectNonStandardBodyWrites,
    };
    this.open = new Set();  // all connections
    this.idle = new IdleList(server);
    this.checks = null;     // the timer that looks for requests that take too long
    this.draining = false;
  }
}

module.exports = { ServerState, kHttp };
