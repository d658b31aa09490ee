'use strict';

// What a server in a worker has instead of a listening socket where the primary accepts and hands
// over: it listens already, and its connections come from the link.

const kMaxTimeout = 2 ** 31 - 1;

class RoundRobinHandle {
  #released;
  // Keeps the process alive as a listening socket would.
  #alive = setInterval(() => {}, kMaxTimeout);

  // sockname: {address, family, port}, or null for a pipe. released() is called once, at the end.
  constructor(sockname, released) {
    this.#released = released;
    // Only an IP socket has a name; net.Server looks for the method.
    if (sockname) {
      this.getsockname = (out) => {
        Object.assign(out, sockname);
        return 0;
      };
    }
  }

  listen() {
    return 0;
  }

  close(callback) {
    clearInterval(this.#alive);
    this.#released?.();
    this.#released = undefined;
    if (typeof callback === 'function') process.nextTick(callback);
  }

  ref() {
    this.#alive.ref();
  }

  unref() {
    this.#alive.unref();
  }

  hasRef() {
    return this.#alive.hasRef();
  }
}

module.exports = RoundRobinHandle;
