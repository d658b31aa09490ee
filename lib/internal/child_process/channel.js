'use strict';

// The message channel seen from JavaScript: send(), disconnect() and the events 'message' and
// 'disconnect', on a ChildProcess in the parent and on `process` in the child. Frames, order,
// coalescing and descriptors in flight are the native channel's work (cluster/js/channel_wrap.h).

const EventEmitter = require('events');
const {
  ErrnoException,
  codes: {
    ERR_INVALID_ARG_TYPE,
    ERR_IPC_CHANNEL_CLOSED,
    ERR_IPC_DISCONNECTED,
    ERR_MISSING_ARGS,
  },
} = require('internal/errors');
const { validateObject } = require('internal/validators');

// send() answers false from this many unwritten bytes on.
const kHighWaterMark = 2 * 65536;
const kMessageTypes = ['string', 'object', 'number', 'boolean'];
const kInternalPrefix = 'NODE_';
const kPendingMessages = Symbol('kPendingMessages');
const kNative = Symbol('kNative');

function isInternal(message) {
  return message !== null && typeof message === 'object' && typeof message.cmd === 'string' &&
    message.cmd.length > kInternalPrefix.length && message.cmd.startsWith(kInternalPrefix);
}

// What `process.channel` and `child.channel` are. Counted references keep the process alive while
// somebody listens; ref() and unref() of the program take over for good.
class Control extends EventEmitter {
  #native;
  #references = 0;
  #overridden = false;

  constructor(native) {
    super();
    this.#native = native;
    this[kPendingMessages] = [];
    Object.defineProperty(this, kNative, { value: native });
  }

  refCounted() {
    if (++this.#references === 1 && !this.#overridden) this.#native.ref();
  }

  unrefCounted() {
    if (--this.#references === 0 && !this.#overridden) {
      this.#native.unref();
      this.emit('unref');
    }
  }

  ref() {
    this.#overridden = true;
    this.#native.ref();
  }

  unref() {
    this.#overridden = true;
    this.#native.unref();
  }

  // The state before anybody listens: the count stays in charge.
  unrefNative() {
    this.#native.unref();
  }

  get fd() {
    return this.#native.fd;
  }
}

// Messages that came before anybody listened wait for the first listener.
function deliverWhenHeard(target) {
  target.on('newListener', () => {
    process.nextTick(() => {
      if (!target.channel || target.listenerCount('message') === 0) return;
      const messages = target.channel[kPendingMessages];
      target.channel[kPendingMessages] = [];
      for (const [message, handle] of messages) deliver(target, 'message', message, handle);
    });
  });
}

function deliver(target, event, message, handle) {
  if (!target.channel) return;
  if (event === 'message' && target.listenerCount('message') === 0) {
    target.channel[kPendingMessages].push([message, handle]);
    return;
  }
  process.nextTick(() => target.emit(event, message, handle));
}

// One message off the wire. kind, fd and info are there if a handle belongs to it.
function receive(target, message, internal, kind, fd, info) {
  const event = internal || isInternal(message) ? 'internalMessage' : 'message';
  if (kind === undefined) {
    deliver(target, event, message, undefined);
    return;
  }
  require('internal/child_process/handles')
    .receive(target, kind, fd, info, (handle) => deliver(target, event, message, handle));
}

function fail(target, err, callback) {
  if (typeof callback === 'function') process.nextTick(callback, err);
  else process.nextTick(() => target.emit('error', err));
}

function checkMessage(message) {
  if (message === undefined) throw new ERR_MISSING_ARGS('message');
  if (!kMessageTypes.includes(typeof message)) {
    throw new ERR_INVALID_ARG_TYPE('message', kMessageTypes, message);
  }
}

// handle: {kind, fd, info} of internal/child_process/handles, or undefined.
function write(target, native, message, handle, options, callback) {
  const done = (err) => {
    if (err === 0) callback(null);
    else fail(target, new ErrnoException(err, 'write'), callback);
  };
  // Without a callback nobody waits for the end of a write; its failure arrives as onclose.
  const wanted = typeof callback === 'function' ? done : undefined;
  const internal = isInternal(message);
  const queued = handle === undefined ?
    native.send(message, internal, wanted) :
    native.send(message, internal, wanted, handle.kind, handle.fd, handle.info);
  if (queued >= 0) return queued < kHighWaterMark;
  if (!options.swallowErrors) fail(target, new ErrnoException(queued, 'write'), callback);
  return false;
}

function defineSend(target, native) {
  target.send = function(message, handle, options, callback) {
    if (typeof handle === 'function') {
      callback = handle;
      handle = undefined;
      options = undefined;
    } else if (typeof options === 'function') {
      callback = options;
      options = undefined;
    } else if (options !== undefined) {
      validateObject(options, 'options');
    }
    if (this.connected) {
      return this._send(message, handle, { swallowErrors: false, ...options }, callback);
    }
    fail(this, new ERR_IPC_CHANNEL_CLOSED(), callback);
    return false;
  };

  target._send = function(message, handle, options, callback) {
    checkMessage(message);
    if (typeof options === 'boolean') options = { swallowErrors: options };
    options ??= {};
    if (!handle) return write(target, native, message, undefined, options, callback);
    const sending = require('internal/child_process/handles').prepare(target, handle, options);
    const ok = write(target, native, message, sending, options, callback);
    sending?.release();
    return ok;
  };
}

function defineDisconnect(target, native, closed) {
  target.connected = true;

  target.disconnect = function() {
    if (!this.connected) {
      this.emit('error', new ERR_IPC_DISCONNECTED());
      return;
    }
    this._disconnect();
  };

  target._disconnect = function() {
    this.connected = false;
    this.channel = null;
    this._pendingMessage = null;
    process.nextTick(() => {
      native.close();
      try {
        target.emit('disconnect');
      } finally {
        closed();
      }
    });
  };
}

let warnedAboutAlias = false;
function warnAboutAlias() {
  if (warnedAboutAlias) return;
  warnedAboutAlias = true;
  process.emitWarning('_channel is deprecated. Use ChildProcess.channel instead.',
                      'DeprecationWarning', 'DEP0129');
}

function defineChannelAlias(target) {
  Object.defineProperty(target, '_channel', {
    __proto__: null,
    configurable: true,
    enumerable: false,
    get() {
      warnAboutAlias();
      return target.channel;
    },
    set(value) {
      warnAboutAlias();
      target.channel = value;
    },
  });
}

// Makes `target` one end of the channel on descriptor `fd`, which the channel owns from now on.
// serialization: 'json' or 'advanced'. onClosed runs once, when the channel is down, whichever side
// ended it.
function setup(target, fd, serialization, onClosed) {
  const { Channel } = binding('ipc');
  if (serialization === 'advanced') {
    binding('structured_clone').setBufferPrototype(require('buffer').Buffer.prototype);
  }
  const native = new Channel(fd, serialization === 'advanced');
  if (native.error < 0) throw new ErrnoException(native.error, 'open channel');
  const closed = () => {
    onClosed?.();
    onClosed = undefined;
  };
  const control = new Control(native);
  target.channel = control;
  defineChannelAlias(target);
  target._handleQueue = null;
  target._pendingMessage = null;
  defineSend(target, native);
  defineDisconnect(target, native, closed);
  deliverWhenHeard(target);
  require('internal/child_process/socket_list').answer(target);

  native.onmessage = (...args) => receive(target, ...args);
  native.onclose = () => {
    if (target.connected) target._disconnect();
    else closed();
  };
  return control;
}

module.exports = { isInternal, kNative, setup };
