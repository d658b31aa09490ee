'use strict';

// A listening (or UDP) socket that a worker shares with others: a native handle that tells when it
// is closed.

const { fromFd } = require('internal/child_process/handles');

// fd: the worker's own copy of the socket. released() is called once, at the end.
function sharedHandle(fd, released) {
  const handle = fromFd(fd);
  const { close } = handle;
  handle.close = function(...args) {
    delete handle.close;
    released();
    return close.apply(handle, args);
  };
  return handle;
}

module.exports = { sharedHandle };
