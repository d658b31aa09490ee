'use strict';

// Between a native stream handle (see bindings/stream.d.ts) and the socket that owns it.

const { ErrnoException } = require('internal/errors');

const kOwner = Symbol('owner');

let FastBuffer;
let UV_EOF;

// The request object of a write that does not end at once.
class WriteRequest {
  constructor(socket, callback) {
    this.socket = socket;
    this.callback = callback;
  }

  oncomplete(status) {
    const { socket, callback } = this;
    if (socket.destroyed) return callback(status < 0 ? new ErrnoException(status, 'write') : null);
    if (status < 0) return callback(new ErrnoException(status, 'write'));
    socket._unrefTimer?.();
    callback(null);
  }
}

function settle(status, callback) {
  if (status === 0) return callback(null);
  if (status < 0) callback(new ErrnoException(status, 'write'));
}

function writeString(handle, request, text, encoding) {
  switch (encoding) {
    case 'utf8':
    case 'utf-8':
      return handle.writeUtf8String(request, text);
    case 'latin1':
    case 'binary':
      return handle.writeLatin1String(request, text);
    case 'ascii':
      return handle.writeAsciiString(request, text);
    case 'ucs2':
    case 'ucs-2':
    case 'utf16le':
    case 'utf-16le':
      return handle.writeUcs2String(request, text);
    default:
      return handle.writeBuffer(request, require('buffer').Buffer.from(text, encoding));
  }
}

// Writes to socket._handle and calls back, at once where the system took everything.
function writeGeneric(socket, data, encoding, callback) {
  const handle = socket._handle;
  const request = new WriteRequest(socket, callback);
  settle(typeof data === 'string' ? writeString(handle, request, data, encoding) :
    handle.writeBuffer(request, data), callback);
}

// chunks: { chunk, encoding }[] as Writable gives them.
function writevGeneric(socket, chunks, callback) {
  const { Buffer } = require('buffer');
  const buffers = new Array(chunks.length);
  for (let i = 0; i < chunks.length; i++) {
    const { chunk, encoding } = chunks[i];
    buffers[i] = typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk;
  }
  settle(socket._handle.writev(new WriteRequest(socket, callback), buffers), callback);
}

function stopReading(handle, socket) {
  handle.reading = false;
  if (socket.destroyed) return;
  const status = handle.readStop();
  if (status < 0) socket.destroy(new ErrnoException(status, 'read'));
}

// onread() of a handle whose bytes go to handle[kOwner], a Duplex.
function onStreamRead(nread, arrayBuffer) {
  const socket = this[kOwner];
  if (socket === null || socket === undefined || socket.destroyed) return;
  socket._unrefTimer?.();
  if (nread > 0) {
    FastBuffer ??= require('internal/buffer').FastBuffer;
    const chunk = new FastBuffer(arrayBuffer, 0, nread);
    const more = socket._onReadChunk === undefined ? socket.push(chunk) : socket._onReadChunk(chunk);
    if (!more) stopReading(this, socket);
    return;
  }
  UV_EOF ??= binding('uv').UV_EOF;
  if (nread !== UV_EOF) {
    socket.destroy(new ErrnoException(nread, 'read'));
    return;
  }
  this.reading = false;
  if (socket._readableState.endEmitted) return;
  // null makes Readable end; reading nothing lets 'end' come even where nobody waits for data.
  socket.push(null);
  socket.read(0);
}

module.exports = { kOwner, onStreamRead, writeGeneric, writevGeneric };
