'use strict';

// Handles that travel with a message: what may be sent, what is sent in its place, and what the
// receiver makes of it. The native channel duplicates the descriptor while send() runs, so the
// sender's own handle can be closed at once and nothing waits for the receiver.

const { codes: { ERR_INVALID_HANDLE_TYPE } } = require('internal/errors');

function newTcp() {
  const { TCP, constants } = binding('tcp');
  return new TCP(constants.SOCKET);
}

function newPipe() {
  const { Pipe, constants } = binding('pipe');
  return new Pipe(constants.SOCKET);
}

// A native handle around a descriptor that this process received.
function fromFd(fd) {
  const kind = binding('ipc').descriptorKind(fd);
  if (kind === 'udp') {
    const { UDP } = binding('udp');
    const handle = new UDP();
    handle.open(fd);
    return handle;
  }
  const handle = kind === 'tcp' ? newTcp() : newPipe();
  handle.open(fd);
  return handle;
}

function detachSocket(socket, handle) {
  handle.onread = () => {};
  socket._handle = null;
  socket.setTimeout(0);
  if (!socket.parser) return;
  require('_http_common').freeParser(socket.parser, null, socket);
  socket._httpMessage?.detachSocket(socket);
}

// By the number that travels with the message (HandleKind of envelope.proto).
const kSocket = 1;
const kServer = 2;
const kNativeTcp = 3;
const kNativePipe = 4;
const kDgramSocket = 5;
const kNativeUdp = 6;

const passThrough = {
  handleOf: (info, handle) => handle,
  received: (target, info, handle, emit) => emit(handle),
};

const kinds = {
  [kNativeTcp]: passThrough,
  [kNativePipe]: passThrough,
  [kNativeUdp]: passThrough,

  [kServer]: {
    handleOf: (info, server) => server._handle,
    received(target, info, handle, emit) {
      const { Server } = require('net');
      const server = new Server();
      server.listen(handle, () => emit(server));
    },
  },

  [kSocket]: {
    handleOf(info, socket, options, target) {
      const handle = socket._handle;
      if (!handle) return undefined;
      if (socket.server) {
        info.key = socket.server._connectionKey;
        require('internal/child_process/socket_list').sent(target, socket.server, info.key);
        if (!options.keepOpen) socket.server._connections--;
      }
      if (!options.keepOpen) detachSocket(socket, handle);
      return handle;
    },
    received(target, info, handle, emit) {
      const { Socket } = require('net');
      const socket = new Socket({ handle, readable: true, writable: true });
      if (info.key) {
        require('internal/child_process/socket_list').received(target, info.key, socket);
      }
      emit(socket);
    },
  },

  [kDgramSocket]: {
    handleOf(info, socket) {
      info.dgramType = socket.type;
      return socket[Symbol.for('drover.udp')] ?? socket._handle;
    },
    received(target, info, handle, emit) {
      const socket = new (require('dgram').Socket)(info.dgramType);
      socket.bind(handle, () => emit(socket));
    },
  },
};

function kindOf(handle) {
  const net = require('net');
  if (handle instanceof net.Socket) return kSocket;
  if (handle instanceof net.Server) return kServer;
  if (handle instanceof binding('tcp').TCP) return kNativeTcp;
  if (handle instanceof binding('pipe').Pipe) return kNativePipe;
  if (typeof handle.recvStart === 'function') return kNativeUdp;
  if (typeof handle.addMembership === 'function' && typeof handle.bind === 'function') {
    return kDgramSocket;
  }
  throw new ERR_INVALID_HANDLE_TYPE();
}

// What goes with a message for `handle`: {kind, fd, info, release}, or undefined where the handle
// is closed already: then the message goes alone. release() is to be called when the native channel
// has taken its duplicate.
function prepare(target, handle, options) {
  const kind = kindOf(handle);
  const info = {};
  const nativeHandle = kinds[kind].handleOf(info, handle, options, target);
  if (!nativeHandle) return undefined;
  const gone = kind === kSocket && !options.keepOpen;
  return {
    kind,
    fd: nativeHandle.fd,
    info: info.key === undefined && info.dgramType === undefined ? '' : JSON.stringify(info),
    release: () => gone && nativeHandle.close(),
  };
}

function parseInfo(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

// A descriptor that came with a message (-1: it was lost on the way). emit(handle) is called once
// the handle is ready to use.
function receive(target, kind, fd, info, emit) {
  const type = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (fd < 0 || type === undefined) {
    if (fd >= 0) binding('ipc').closeDescriptor(fd);
    emit(undefined);
    return;
  }
  type.received(target, parseInfo(info), fromFd(fd), emit);
}

module.exports = { fromFd, newPipe, prepare, receive };
